// Generated from the JSON Schemas by `npm run generate`. Do not edit.
"use strict";
exports.driftReport = validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://sutazai.dev/schemas/drift.schema.json","title":"DriftReport","description":"What `fleet drift --format json` prints on stdout, and the report that it keeps for `fleet up`.","type":"object","additionalProperties":false,"required":["schemaVersion","fleet","stack","tier","at","witnesses","planDigest","differences","summary","notLooked"],"properties":{"schemaVersion":{"const":1},"fleet":{"type":"string","minLength":1},"stack":{"type":"string","minLength":1},"tier":{"enum":["local","dev","staging","prod"]},"at":{"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$","description":"when it was looked, ISO 8601 in UTC"},"witnesses":{"type":"array","items":{"$ref":"#/$defs/witnessRun"}},"planDigest":{"type":"string","pattern":"^[0-9a-f]{64}$","description":"SHA-256 of the plan without places: which declaration was compared"},"differences":{"type":"array","items":{"$ref":"#/$defs/difference"}},"summary":{"type":"object","additionalProperties":false,"required":["verdict","classes","looked","interrupting"],"properties":{"verdict":{"enum":["clean","drift","not-looked"]},"classes":{"type":"object","additionalProperties":false,"required":["drifted","pending","both","unmanaged","noise","in-envelope"],"properties":{"drifted":{"$ref":"#/$defs/count"},"pending":{"$ref":"#/$defs/count"},"both":{"$ref":"#/$defs/count"},"unmanaged":{"$ref":"#/$defs/count"},"noise":{"$ref":"#/$defs/count"},"in-envelope":{"$ref":"#/$defs/count"}}},"looked":{"type":"object","additionalProperties":false,"required":["containers","services","keys"],"properties":{"containers":{"$ref":"#/$defs/count"},"services":{"$ref":"#/$defs/count"},"keys":{"$ref":"#/$defs/count"}}},"exempted":{"$ref":"#/$defs/count","description":"differences that would be drift, and that somebody let through; left out for none"},"interrupting":{"$ref":"#/$defs/count"}}},"notLooked":{"type":"array","description":"what nobody could compare: it is not known to be clean","items":{"type":"object","additionalProperties":false,"required":["what","why"],"properties":{"what":{"type":"string"},"why":{"type":"string"}}}}},"$defs":{"count":{"type":"integer","minimum":0},"place":{"type":"object","additionalProperties":false,"required":["file","line","column"],"properties":{"file":{"type":"string"},"line":{"type":"integer","minimum":1},"column":{"type":"integer","minimum":1}}},"witness":{"enum":["live","engine"]},"witnessRun":{"type":"object","additionalProperties":false,"required":["witness","ran","seconds","why"],"properties":{"witness":{"$ref":"#/$defs/witness"},"ran":{"type":"boolean"},"seconds":{"type":"number","minimum":0},"why":{"type":"string","description":"why it did not run; empty when it did"}}},"difference":{"type":"object","additionalProperties":false,"required":["subject","resource","property","unit","declared","found","last","class","witnesses","reason","interrupts"],"properties":{"subject":{"type":"object","additionalProperties":false,"required":["kind","name","place","vital"],"properties":{"kind":{"enum":["agent","service","registry","network","volume","stranger"]},"name":{"type":"string"},"place":{"anyOf":[{"type":"null"},{"$ref":"#/$defs/place"}]},"vital":{"type":"boolean"}}},"resource":{"type":"object","additionalProperties":false,"required":["type","name","physical"],"properties":{"type":{"type":"string"},"name":{"type":"string"},"physical":{"type":["string","null"]}}},"property":{"type":"string","minLength":1},"unit":{"enum":["MiB",null]},"declared":{"description":"null where nothing is declared; secrets are never here"},"found":{"description":"null where nothing is there; secrets are never here"},"last":{"description":"what the state says was last deployed; null where it is not known"},"class":{"enum":["drifted","pending","both","unmanaged","noise","in-envelope"]},"witnesses":{"type":"array","items":{"$ref":"#/$defs/witness"},"minItems":1},"reason":{"type":"string"},"interrupts":{"type":"boolean"},"exempted":{"description":"who let it through; left out where nobody did","type":"object","additionalProperties":false,"required":["reason","ticket","owner","approver","expires","place"],"properties":{"reason":{"type":"string"},"ticket":{"type":"string"},"owner":{"type":"string"},"approver":{"type":"string"},"expires":{"type":"string","description":"the last day on which it counts, as 2026-11-30"},"place":{"$ref":"#/$defs/place"}}}}}}};
const schema38 = {"type":"integer","minimum":0};
const func1 = Object.prototype.hasOwnProperty;
const func2 = require("ajv/dist/runtime/ucs2length").default;
const pattern4 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$", "u");
const pattern5 = new RegExp("^[0-9a-f]{64}$", "u");
const schema32 = {"type":"object","additionalProperties":false,"required":["witness","ran","seconds","why"],"properties":{"witness":{"$ref":"#/$defs/witness"},"ran":{"type":"boolean"},"seconds":{"type":"number","minimum":0},"why":{"type":"string","description":"why it did not run; empty when it did"}}};
const schema33 = {"enum":["live","engine"]};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.witness === undefined) && (missing0 = "witness")) || ((data.ran === undefined) && (missing0 = "ran"))) || ((data.seconds === undefined) && (missing0 = "seconds"))) || ((data.why === undefined) && (missing0 = "why"))){
validate21.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "witness") || (key0 === "ran")) || (key0 === "seconds")) || (key0 === "why"))){
validate21.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.witness !== undefined){
let data0 = data.witness;
const _errs2 = errors;
if(!((data0 === "live") || (data0 === "engine"))){
validate21.errors = [{instancePath:instancePath+"/witness",schemaPath:"#/$defs/witness/enum",keyword:"enum",params:{allowedValues: schema33.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ran !== undefined){
const _errs4 = errors;
if(typeof data.ran !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/ran",schemaPath:"#/properties/ran/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.seconds !== undefined){
let data2 = data.seconds;
const _errs6 = errors;
if(errors === _errs6){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
validate21.errors = [{instancePath:instancePath+"/seconds",schemaPath:"#/properties/seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/seconds",schemaPath:"#/properties/seconds/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.why !== undefined){
const _errs8 = errors;
if(typeof data.why !== "string"){
validate21.errors = [{instancePath:instancePath+"/why",schemaPath:"#/properties/why/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate21.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema34 = {"type":"object","additionalProperties":false,"required":["subject","resource","property","unit","declared","found","last","class","witnesses","reason","interrupts"],"properties":{"subject":{"type":"object","additionalProperties":false,"required":["kind","name","place","vital"],"properties":{"kind":{"enum":["agent","service","registry","network","volume","stranger"]},"name":{"type":"string"},"place":{"anyOf":[{"type":"null"},{"$ref":"#/$defs/place"}]},"vital":{"type":"boolean"}}},"resource":{"type":"object","additionalProperties":false,"required":["type","name","physical"],"properties":{"type":{"type":"string"},"name":{"type":"string"},"physical":{"type":["string","null"]}}},"property":{"type":"string","minLength":1},"unit":{"enum":["MiB",null]},"declared":{"description":"null where nothing is declared; secrets are never here"},"found":{"description":"null where nothing is there; secrets are never here"},"last":{"description":"what the state says was last deployed; null where it is not known"},"class":{"enum":["drifted","pending","both","unmanaged","noise","in-envelope"]},"witnesses":{"type":"array","items":{"$ref":"#/$defs/witness"},"minItems":1},"reason":{"type":"string"},"interrupts":{"type":"boolean"},"exempted":{"description":"who let it through; left out where nobody did","type":"object","additionalProperties":false,"required":["reason","ticket","owner","approver","expires","place"],"properties":{"reason":{"type":"string"},"ticket":{"type":"string"},"owner":{"type":"string"},"approver":{"type":"string"},"expires":{"type":"string","description":"the last day on which it counts, as 2026-11-30"},"place":{"$ref":"#/$defs/place"}}}}};
const schema35 = {"type":"object","additionalProperties":false,"required":["file","line","column"],"properties":{"file":{"type":"string"},"line":{"type":"integer","minimum":1},"column":{"type":"integer","minimum":1}}};

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate23.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((data.subject === undefined) && (missing0 = "subject")) || ((data.resource === undefined) && (missing0 = "resource"))) || ((data.property === undefined) && (missing0 = "property"))) || ((data.unit === undefined) && (missing0 = "unit"))) || ((data.declared === undefined) && (missing0 = "declared"))) || ((data.found === undefined) && (missing0 = "found"))) || ((data.last === undefined) && (missing0 = "last"))) || ((data.class === undefined) && (missing0 = "class"))) || ((data.witnesses === undefined) && (missing0 = "witnesses"))) || ((data.reason === undefined) && (missing0 = "reason"))) || ((data.interrupts === undefined) && (missing0 = "interrupts"))){
validate23.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func1.call(schema34.properties, key0))){
validate23.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.subject !== undefined){
let data0 = data.subject;
const _errs2 = errors;
if(errors === _errs2){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if(((((data0.kind === undefined) && (missing1 = "kind")) || ((data0.name === undefined) && (missing1 = "name"))) || ((data0.place === undefined) && (missing1 = "place"))) || ((data0.vital === undefined) && (missing1 = "vital"))){
validate23.errors = [{instancePath:instancePath+"/subject",schemaPath:"#/properties/subject/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs4 = errors;
for(const key1 in data0){
if(!((((key1 === "kind") || (key1 === "name")) || (key1 === "place")) || (key1 === "vital"))){
validate23.errors = [{instancePath:instancePath+"/subject",schemaPath:"#/properties/subject/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs4 === errors){
if(data0.kind !== undefined){
let data1 = data0.kind;
const _errs5 = errors;
if(!((((((data1 === "agent") || (data1 === "service")) || (data1 === "registry")) || (data1 === "network")) || (data1 === "volume")) || (data1 === "stranger"))){
validate23.errors = [{instancePath:instancePath+"/subject/kind",schemaPath:"#/properties/subject/properties/kind/enum",keyword:"enum",params:{allowedValues: schema34.properties.subject.properties.kind.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.name !== undefined){
const _errs6 = errors;
if(typeof data0.name !== "string"){
validate23.errors = [{instancePath:instancePath+"/subject/name",schemaPath:"#/properties/subject/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.place !== undefined){
let data3 = data0.place;
const _errs8 = errors;
const _errs9 = errors;
let valid2 = false;
const _errs10 = errors;
if(data3 !== null){
const err0 = {instancePath:instancePath+"/subject/place",schemaPath:"#/properties/subject/properties/place/anyOf/0/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs10 === errors;
valid2 = valid2 || _valid0;
const _errs12 = errors;
const _errs13 = errors;
if(errors === _errs13){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing2;
if((((data3.file === undefined) && (missing2 = "file")) || ((data3.line === undefined) && (missing2 = "line"))) || ((data3.column === undefined) && (missing2 = "column"))){
const err1 = {instancePath:instancePath+"/subject/place",schemaPath:"#/$defs/place/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
const _errs15 = errors;
for(const key2 in data3){
if(!(((key2 === "file") || (key2 === "line")) || (key2 === "column"))){
const err2 = {instancePath:instancePath+"/subject/place",schemaPath:"#/$defs/place/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
break;
}
}
if(_errs15 === errors){
if(data3.file !== undefined){
const _errs16 = errors;
if(typeof data3.file !== "string"){
const err3 = {instancePath:instancePath+"/subject/place/file",schemaPath:"#/$defs/place/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data3.line !== undefined){
let data5 = data3.line;
const _errs18 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err4 = {instancePath:instancePath+"/subject/place/line",schemaPath:"#/$defs/place/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(errors === _errs18){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 1 || isNaN(data5)){
const err5 = {instancePath:instancePath+"/subject/place/line",schemaPath:"#/$defs/place/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
var valid4 = _errs18 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data3.column !== undefined){
let data6 = data3.column;
const _errs20 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err6 = {instancePath:instancePath+"/subject/place/column",schemaPath:"#/$defs/place/properties/column/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(errors === _errs20){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 1 || isNaN(data6)){
const err7 = {instancePath:instancePath+"/subject/place/column",schemaPath:"#/$defs/place/properties/column/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
var valid4 = _errs20 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
const err8 = {instancePath:instancePath+"/subject/place",schemaPath:"#/$defs/place/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid0 = _errs12 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const err9 = {instancePath:instancePath+"/subject/place",schemaPath:"#/properties/subject/properties/place/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
validate23.errors = vErrors;
return false;
}
else {
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.vital !== undefined){
const _errs22 = errors;
if(typeof data0.vital !== "boolean"){
validate23.errors = [{instancePath:instancePath+"/subject/vital",schemaPath:"#/properties/subject/properties/vital/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid1 = _errs22 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/subject",schemaPath:"#/properties/subject/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.resource !== undefined){
let data8 = data.resource;
const _errs24 = errors;
if(errors === _errs24){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing3;
if((((data8.type === undefined) && (missing3 = "type")) || ((data8.name === undefined) && (missing3 = "name"))) || ((data8.physical === undefined) && (missing3 = "physical"))){
validate23.errors = [{instancePath:instancePath+"/resource",schemaPath:"#/properties/resource/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs26 = errors;
for(const key3 in data8){
if(!(((key3 === "type") || (key3 === "name")) || (key3 === "physical"))){
validate23.errors = [{instancePath:instancePath+"/resource",schemaPath:"#/properties/resource/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs26 === errors){
if(data8.type !== undefined){
const _errs27 = errors;
if(typeof data8.type !== "string"){
validate23.errors = [{instancePath:instancePath+"/resource/type",schemaPath:"#/properties/resource/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs27 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data8.name !== undefined){
const _errs29 = errors;
if(typeof data8.name !== "string"){
validate23.errors = [{instancePath:instancePath+"/resource/name",schemaPath:"#/properties/resource/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs29 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data8.physical !== undefined){
let data11 = data8.physical;
const _errs31 = errors;
if((typeof data11 !== "string") && (data11 !== null)){
validate23.errors = [{instancePath:instancePath+"/resource/physical",schemaPath:"#/properties/resource/properties/physical/type",keyword:"type",params:{type: schema34.properties.resource.properties.physical.type},message:"must be string,null"}];
return false;
}
var valid5 = _errs31 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/resource",schemaPath:"#/properties/resource/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.property !== undefined){
let data12 = data.property;
const _errs33 = errors;
if(errors === _errs33){
if(typeof data12 === "string"){
if(func2(data12) < 1){
validate23.errors = [{instancePath:instancePath+"/property",schemaPath:"#/properties/property/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate23.errors = [{instancePath:instancePath+"/property",schemaPath:"#/properties/property/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unit !== undefined){
let data13 = data.unit;
const _errs35 = errors;
if(!((data13 === "MiB") || (data13 === null))){
validate23.errors = [{instancePath:instancePath+"/unit",schemaPath:"#/properties/unit/enum",keyword:"enum",params:{allowedValues: schema34.properties.unit.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.class !== undefined){
let data14 = data.class;
const _errs36 = errors;
if(!((((((data14 === "drifted") || (data14 === "pending")) || (data14 === "both")) || (data14 === "unmanaged")) || (data14 === "noise")) || (data14 === "in-envelope"))){
validate23.errors = [{instancePath:instancePath+"/class",schemaPath:"#/properties/class/enum",keyword:"enum",params:{allowedValues: schema34.properties.class.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs36 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.witnesses !== undefined){
let data15 = data.witnesses;
const _errs37 = errors;
if(errors === _errs37){
if(Array.isArray(data15)){
if(data15.length < 1){
validate23.errors = [{instancePath:instancePath+"/witnesses",schemaPath:"#/properties/witnesses/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid6 = true;
const len0 = data15.length;
for(let i0=0; i0<len0; i0++){
let data16 = data15[i0];
const _errs39 = errors;
if(!((data16 === "live") || (data16 === "engine"))){
validate23.errors = [{instancePath:instancePath+"/witnesses/" + i0,schemaPath:"#/$defs/witness/enum",keyword:"enum",params:{allowedValues: schema33.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid6 = _errs39 === errors;
if(!valid6){
break;
}
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/witnesses",schemaPath:"#/properties/witnesses/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
const _errs41 = errors;
if(typeof data.reason !== "string"){
validate23.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.interrupts !== undefined){
const _errs43 = errors;
if(typeof data.interrupts !== "boolean"){
validate23.errors = [{instancePath:instancePath+"/interrupts",schemaPath:"#/properties/interrupts/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs43 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exempted !== undefined){
let data19 = data.exempted;
const _errs45 = errors;
if(errors === _errs45){
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
let missing4;
if(((((((data19.reason === undefined) && (missing4 = "reason")) || ((data19.ticket === undefined) && (missing4 = "ticket"))) || ((data19.owner === undefined) && (missing4 = "owner"))) || ((data19.approver === undefined) && (missing4 = "approver"))) || ((data19.expires === undefined) && (missing4 = "expires"))) || ((data19.place === undefined) && (missing4 = "place"))){
validate23.errors = [{instancePath:instancePath+"/exempted",schemaPath:"#/properties/exempted/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs47 = errors;
for(const key4 in data19){
if(!((((((key4 === "reason") || (key4 === "ticket")) || (key4 === "owner")) || (key4 === "approver")) || (key4 === "expires")) || (key4 === "place"))){
validate23.errors = [{instancePath:instancePath+"/exempted",schemaPath:"#/properties/exempted/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs47 === errors){
if(data19.reason !== undefined){
const _errs48 = errors;
if(typeof data19.reason !== "string"){
validate23.errors = [{instancePath:instancePath+"/exempted/reason",schemaPath:"#/properties/exempted/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid8 = _errs48 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data19.ticket !== undefined){
const _errs50 = errors;
if(typeof data19.ticket !== "string"){
validate23.errors = [{instancePath:instancePath+"/exempted/ticket",schemaPath:"#/properties/exempted/properties/ticket/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid8 = _errs50 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data19.owner !== undefined){
const _errs52 = errors;
if(typeof data19.owner !== "string"){
validate23.errors = [{instancePath:instancePath+"/exempted/owner",schemaPath:"#/properties/exempted/properties/owner/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid8 = _errs52 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data19.approver !== undefined){
const _errs54 = errors;
if(typeof data19.approver !== "string"){
validate23.errors = [{instancePath:instancePath+"/exempted/approver",schemaPath:"#/properties/exempted/properties/approver/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid8 = _errs54 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data19.expires !== undefined){
const _errs56 = errors;
if(typeof data19.expires !== "string"){
validate23.errors = [{instancePath:instancePath+"/exempted/expires",schemaPath:"#/properties/exempted/properties/expires/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid8 = _errs56 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data19.place !== undefined){
let data25 = data19.place;
const _errs58 = errors;
const _errs59 = errors;
if(errors === _errs59){
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
let missing5;
if((((data25.file === undefined) && (missing5 = "file")) || ((data25.line === undefined) && (missing5 = "line"))) || ((data25.column === undefined) && (missing5 = "column"))){
validate23.errors = [{instancePath:instancePath+"/exempted/place",schemaPath:"#/$defs/place/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"}];
return false;
}
else {
const _errs61 = errors;
for(const key5 in data25){
if(!(((key5 === "file") || (key5 === "line")) || (key5 === "column"))){
validate23.errors = [{instancePath:instancePath+"/exempted/place",schemaPath:"#/$defs/place/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs61 === errors){
if(data25.file !== undefined){
const _errs62 = errors;
if(typeof data25.file !== "string"){
validate23.errors = [{instancePath:instancePath+"/exempted/place/file",schemaPath:"#/$defs/place/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid10 = _errs62 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data25.line !== undefined){
let data27 = data25.line;
const _errs64 = errors;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
validate23.errors = [{instancePath:instancePath+"/exempted/place/line",schemaPath:"#/$defs/place/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs64){
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 < 1 || isNaN(data27)){
validate23.errors = [{instancePath:instancePath+"/exempted/place/line",schemaPath:"#/$defs/place/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid10 = _errs64 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data25.column !== undefined){
let data28 = data25.column;
const _errs66 = errors;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
validate23.errors = [{instancePath:instancePath+"/exempted/place/column",schemaPath:"#/$defs/place/properties/column/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs66){
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 < 1 || isNaN(data28)){
validate23.errors = [{instancePath:instancePath+"/exempted/place/column",schemaPath:"#/$defs/place/properties/column/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid10 = _errs66 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/exempted/place",schemaPath:"#/$defs/place/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid8 = _errs58 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
}
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/exempted",schemaPath:"#/properties/exempted/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs45 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate23.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://sutazai.dev/schemas/drift.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((data.schemaVersion === undefined) && (missing0 = "schemaVersion")) || ((data.fleet === undefined) && (missing0 = "fleet"))) || ((data.stack === undefined) && (missing0 = "stack"))) || ((data.tier === undefined) && (missing0 = "tier"))) || ((data.at === undefined) && (missing0 = "at"))) || ((data.witnesses === undefined) && (missing0 = "witnesses"))) || ((data.planDigest === undefined) && (missing0 = "planDigest"))) || ((data.differences === undefined) && (missing0 = "differences"))) || ((data.summary === undefined) && (missing0 = "summary"))) || ((data.notLooked === undefined) && (missing0 = "notLooked"))){
validate20.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func1.call(schema31.properties, key0))){
validate20.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.schemaVersion !== undefined){
const _errs2 = errors;
if(1 !== data.schemaVersion){
validate20.errors = [{instancePath:instancePath+"/schemaVersion",schemaPath:"#/properties/schemaVersion/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fleet !== undefined){
let data1 = data.fleet;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(func2(data1) < 1){
validate20.errors = [{instancePath:instancePath+"/fleet",schemaPath:"#/properties/fleet/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/fleet",schemaPath:"#/properties/fleet/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stack !== undefined){
let data2 = data.stack;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(func2(data2) < 1){
validate20.errors = [{instancePath:instancePath+"/stack",schemaPath:"#/properties/stack/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/stack",schemaPath:"#/properties/stack/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tier !== undefined){
let data3 = data.tier;
const _errs7 = errors;
if(!((((data3 === "local") || (data3 === "dev")) || (data3 === "staging")) || (data3 === "prod"))){
validate20.errors = [{instancePath:instancePath+"/tier",schemaPath:"#/properties/tier/enum",keyword:"enum",params:{allowedValues: schema31.properties.tier.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.at !== undefined){
let data4 = data.at;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data4 === "string"){
if(!pattern4.test(data4)){
validate20.errors = [{instancePath:instancePath+"/at",schemaPath:"#/properties/at/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"+"\""}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/at",schemaPath:"#/properties/at/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.witnesses !== undefined){
let data5 = data.witnesses;
const _errs10 = errors;
if(errors === _errs10){
if(Array.isArray(data5)){
var valid1 = true;
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
const _errs12 = errors;
if(!(validate21(data5[i0], {instancePath:instancePath+"/witnesses/" + i0,parentData:data5,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
var valid1 = _errs12 === errors;
if(!valid1){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/witnesses",schemaPath:"#/properties/witnesses/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.planDigest !== undefined){
let data7 = data.planDigest;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data7 === "string"){
if(!pattern5.test(data7)){
validate20.errors = [{instancePath:instancePath+"/planDigest",schemaPath:"#/properties/planDigest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/planDigest",schemaPath:"#/properties/planDigest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.differences !== undefined){
let data8 = data.differences;
const _errs15 = errors;
if(errors === _errs15){
if(Array.isArray(data8)){
var valid2 = true;
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
const _errs17 = errors;
if(!(validate23(data8[i1], {instancePath:instancePath+"/differences/" + i1,parentData:data8,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid2 = _errs17 === errors;
if(!valid2){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/differences",schemaPath:"#/properties/differences/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.summary !== undefined){
let data10 = data.summary;
const _errs18 = errors;
if(errors === _errs18){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing1;
if(((((data10.verdict === undefined) && (missing1 = "verdict")) || ((data10.classes === undefined) && (missing1 = "classes"))) || ((data10.looked === undefined) && (missing1 = "looked"))) || ((data10.interrupting === undefined) && (missing1 = "interrupting"))){
validate20.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs20 = errors;
for(const key1 in data10){
if(!(((((key1 === "verdict") || (key1 === "classes")) || (key1 === "looked")) || (key1 === "exempted")) || (key1 === "interrupting"))){
validate20.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs20 === errors){
if(data10.verdict !== undefined){
let data11 = data10.verdict;
const _errs21 = errors;
if(!(((data11 === "clean") || (data11 === "drift")) || (data11 === "not-looked"))){
validate20.errors = [{instancePath:instancePath+"/summary/verdict",schemaPath:"#/properties/summary/properties/verdict/enum",keyword:"enum",params:{allowedValues: schema31.properties.summary.properties.verdict.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid3 = _errs21 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data10.classes !== undefined){
let data12 = data10.classes;
const _errs22 = errors;
if(errors === _errs22){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
let missing2;
if(((((((data12.drifted === undefined) && (missing2 = "drifted")) || ((data12.pending === undefined) && (missing2 = "pending"))) || ((data12.both === undefined) && (missing2 = "both"))) || ((data12.unmanaged === undefined) && (missing2 = "unmanaged"))) || ((data12.noise === undefined) && (missing2 = "noise"))) || ((data12["in-envelope"] === undefined) && (missing2 = "in-envelope"))){
validate20.errors = [{instancePath:instancePath+"/summary/classes",schemaPath:"#/properties/summary/properties/classes/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs24 = errors;
for(const key2 in data12){
if(!((((((key2 === "drifted") || (key2 === "pending")) || (key2 === "both")) || (key2 === "unmanaged")) || (key2 === "noise")) || (key2 === "in-envelope"))){
validate20.errors = [{instancePath:instancePath+"/summary/classes",schemaPath:"#/properties/summary/properties/classes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs24 === errors){
if(data12.drifted !== undefined){
let data13 = data12.drifted;
const _errs25 = errors;
const _errs26 = errors;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
validate20.errors = [{instancePath:instancePath+"/summary/classes/drifted",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs26){
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 0 || isNaN(data13)){
validate20.errors = [{instancePath:instancePath+"/summary/classes/drifted",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs25 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data12.pending !== undefined){
let data14 = data12.pending;
const _errs28 = errors;
const _errs29 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
validate20.errors = [{instancePath:instancePath+"/summary/classes/pending",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs29){
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 0 || isNaN(data14)){
validate20.errors = [{instancePath:instancePath+"/summary/classes/pending",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs28 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data12.both !== undefined){
let data15 = data12.both;
const _errs31 = errors;
const _errs32 = errors;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
validate20.errors = [{instancePath:instancePath+"/summary/classes/both",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs32){
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 0 || isNaN(data15)){
validate20.errors = [{instancePath:instancePath+"/summary/classes/both",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs31 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data12.unmanaged !== undefined){
let data16 = data12.unmanaged;
const _errs34 = errors;
const _errs35 = errors;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
validate20.errors = [{instancePath:instancePath+"/summary/classes/unmanaged",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs35){
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 0 || isNaN(data16)){
validate20.errors = [{instancePath:instancePath+"/summary/classes/unmanaged",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs34 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data12.noise !== undefined){
let data17 = data12.noise;
const _errs37 = errors;
const _errs38 = errors;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
validate20.errors = [{instancePath:instancePath+"/summary/classes/noise",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs38){
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 0 || isNaN(data17)){
validate20.errors = [{instancePath:instancePath+"/summary/classes/noise",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs37 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data12["in-envelope"] !== undefined){
let data18 = data12["in-envelope"];
const _errs40 = errors;
const _errs41 = errors;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
validate20.errors = [{instancePath:instancePath+"/summary/classes/in-envelope",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs41){
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 0 || isNaN(data18)){
validate20.errors = [{instancePath:instancePath+"/summary/classes/in-envelope",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs40 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/summary/classes",schemaPath:"#/properties/summary/properties/classes/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs22 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data10.looked !== undefined){
let data19 = data10.looked;
const _errs43 = errors;
if(errors === _errs43){
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
let missing3;
if((((data19.containers === undefined) && (missing3 = "containers")) || ((data19.services === undefined) && (missing3 = "services"))) || ((data19.keys === undefined) && (missing3 = "keys"))){
validate20.errors = [{instancePath:instancePath+"/summary/looked",schemaPath:"#/properties/summary/properties/looked/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs45 = errors;
for(const key3 in data19){
if(!(((key3 === "containers") || (key3 === "services")) || (key3 === "keys"))){
validate20.errors = [{instancePath:instancePath+"/summary/looked",schemaPath:"#/properties/summary/properties/looked/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs45 === errors){
if(data19.containers !== undefined){
let data20 = data19.containers;
const _errs46 = errors;
const _errs47 = errors;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
validate20.errors = [{instancePath:instancePath+"/summary/looked/containers",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs47){
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 0 || isNaN(data20)){
validate20.errors = [{instancePath:instancePath+"/summary/looked/containers",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid11 = _errs46 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data19.services !== undefined){
let data21 = data19.services;
const _errs49 = errors;
const _errs50 = errors;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
validate20.errors = [{instancePath:instancePath+"/summary/looked/services",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs50){
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 0 || isNaN(data21)){
validate20.errors = [{instancePath:instancePath+"/summary/looked/services",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid11 = _errs49 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data19.keys !== undefined){
let data22 = data19.keys;
const _errs52 = errors;
const _errs53 = errors;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
validate20.errors = [{instancePath:instancePath+"/summary/looked/keys",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs53){
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 0 || isNaN(data22)){
validate20.errors = [{instancePath:instancePath+"/summary/looked/keys",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid11 = _errs52 === errors;
}
else {
var valid11 = true;
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/summary/looked",schemaPath:"#/properties/summary/properties/looked/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs43 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data10.exempted !== undefined){
let data23 = data10.exempted;
const _errs55 = errors;
const _errs56 = errors;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
validate20.errors = [{instancePath:instancePath+"/summary/exempted",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs56){
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 < 0 || isNaN(data23)){
validate20.errors = [{instancePath:instancePath+"/summary/exempted",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid3 = _errs55 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data10.interrupting !== undefined){
let data24 = data10.interrupting;
const _errs58 = errors;
const _errs59 = errors;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
validate20.errors = [{instancePath:instancePath+"/summary/interrupting",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs59){
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 < 0 || isNaN(data24)){
validate20.errors = [{instancePath:instancePath+"/summary/interrupting",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid3 = _errs58 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notLooked !== undefined){
let data25 = data.notLooked;
const _errs61 = errors;
if(errors === _errs61){
if(Array.isArray(data25)){
var valid17 = true;
const len2 = data25.length;
for(let i2=0; i2<len2; i2++){
let data26 = data25[i2];
const _errs63 = errors;
if(errors === _errs63){
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
let missing4;
if(((data26.what === undefined) && (missing4 = "what")) || ((data26.why === undefined) && (missing4 = "why"))){
validate20.errors = [{instancePath:instancePath+"/notLooked/" + i2,schemaPath:"#/properties/notLooked/items/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs65 = errors;
for(const key4 in data26){
if(!((key4 === "what") || (key4 === "why"))){
validate20.errors = [{instancePath:instancePath+"/notLooked/" + i2,schemaPath:"#/properties/notLooked/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs65 === errors){
if(data26.what !== undefined){
const _errs66 = errors;
if(typeof data26.what !== "string"){
validate20.errors = [{instancePath:instancePath+"/notLooked/" + i2+"/what",schemaPath:"#/properties/notLooked/items/properties/what/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid18 = _errs66 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data26.why !== undefined){
const _errs68 = errors;
if(typeof data26.why !== "string"){
validate20.errors = [{instancePath:instancePath+"/notLooked/" + i2+"/why",schemaPath:"#/properties/notLooked/items/properties/why/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid18 = _errs68 === errors;
}
else {
var valid18 = true;
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/notLooked/" + i2,schemaPath:"#/properties/notLooked/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid17 = _errs63 === errors;
if(!valid17){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/notLooked",schemaPath:"#/properties/notLooked/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs61 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

