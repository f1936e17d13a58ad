// Generated from the JSON Schemas by `npm run generate`. Do not edit.
"use strict";
exports.agents = validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://sutazai.dev/schemas/agents.schema.json","title":"AgentsFile","type":"object","additionalProperties":false,"properties":{"version":{"const":1,"description":"1, the version of this format"},"fleet":{"$ref":"#/$defs/name"},"images":{"type":"object","description":"the images agents may run, by name","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"object","additionalProperties":false,"properties":{"reference":{"$ref":"#/$defs/imageReference"},"runtime":{"$ref":"#/$defs/runtime"},"user":{"type":"string","pattern":"^[0-9]+:[0-9]+$","description":"a numeric user and group, such as 10001:10001"},"port":{"$ref":"#/$defs/agentPort"},"builtin":{"enum":["reference-agent","stub"],"description":"reference-agent or stub: what the command line can make the image of itself"}},"required":["reference","runtime","user","port"],"title":"AgentImageEntry","description":"an image with reference, runtime, user and port"}},"defaults":{"type":"object","additionalProperties":false,"properties":{"pool":{"$ref":"#/$defs/pool"},"image":{"$ref":"#/$defs/name"},"dependsOn":{"type":"array","items":{"$ref":"#/$defs/name"},"uniqueItems":true,"maxItems":64,"description":"a list of agents and services that have to be up first"}},"required":["pool","image","dependsOn"],"title":"AgentDefaults","description":"what an agent has when it says nothing"},"pools":{"type":"object","additionalProperties":false,"properties":{"hot":{"$ref":"#/$defs/poolEntry"},"warm":{"$ref":"#/$defs/poolEntry"},"cold":{"$ref":"#/$defs/poolEntry"}},"required":["hot","warm","cold"],"title":"PoolEntries","description":"the three pools"},"groups":{"type":"object","description":"what the agents of a group share, by name of the group","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"$ref":"#/$defs/groupEntry"}},"agents":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/$defs/name"},"role":{"$ref":"#/$defs/text"},"group":{"$ref":"#/$defs/name"},"port":{"$ref":"#/$defs/agentPort"},"pool":{"$ref":"#/$defs/pool"},"class":{"$ref":"#/$defs/class"},"criticality":{"$ref":"#/$defs/criticality"},"owner":{"$ref":"#/$defs/text"},"image":{"$ref":"#/$defs/name"},"formerly":{"type":"array","items":{"$ref":"#/$defs/name"},"uniqueItems":true,"maxItems":8,"description":"names it had before, so that a rename is known as one"},"dependsOn":{"type":"array","items":{"$ref":"#/$defs/name"},"uniqueItems":true,"maxItems":64,"description":"a list of agents and services that have to be up first"},"memory":{"$ref":"#/$defs/memory"},"cpu":{"$ref":"#/$defs/cpu"}},"required":["name","role","group"],"title":"AgentEntry","description":"an agent with at least name, role and group"},"minItems":1,"description":"the list of agents"}},"required":["version","fleet","images","defaults","pools","groups","agents"],"description":"a mapping with version, fleet, images, defaults, pools, groups and agents","$defs":{"poolEntry":{"type":"object","additionalProperties":false,"properties":{"agents":{"type":"integer","minimum":0,"description":"how many agents this pool has"},"criticality":{"$ref":"#/$defs/criticality"}},"required":["agents","criticality"],"title":"PoolEntry","description":"the size of the pool and the criticality of its agents"},"groupEntry":{"type":"object","additionalProperties":false,"properties":{"class":{"$ref":"#/$defs/class"},"owner":{"$ref":"#/$defs/text"},"criticality":{"$ref":"#/$defs/criticality"}},"required":["class","owner"],"title":"GroupEntry","description":"class and owner of the agents of a group"},"agentPort":{"type":"integer","minimum":1024,"maximum":65535,"description":"a port between 1024 and 65535"},"class":{"enum":["high_performance","standard","specialized"],"description":"one of high_performance, standard, specialized"},"cpu":{"type":["number","string"],"pattern":"^([0-9]+m|[0-9]+(\\.[0-9]+)?)$","exclusiveMinimum":0,"maximum":1024,"description":"CPU in cores or millicores, such as 0.1 or 100m"},"criticality":{"enum":["critical","high","normal","low"],"description":"one of critical, high, normal, low"},"imageReference":{"type":"string","pattern":"^[a-z0-9][a-z0-9._/-]*(:[0-9]+/[a-z0-9._/-]+)?:[A-Za-z0-9_][A-Za-z0-9._-]*$","maxLength":255,"description":"an image with its tag, such as hashicorp/consul:1.21.0 (digests stand in images.lock.yaml)"},"memory":{"type":"string","pattern":"^[0-9]{1,9} ?[MG]iB?$","description":"a memory size in binary units, such as 128MiB or 1GiB"},"name":{"type":"string","pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$","maxLength":63,"description":"a lower-case name of letters, digits and single hyphens, such as agent-orchestrator"},"pool":{"enum":["hot","warm","cold"],"description":"one of hot, warm, cold"},"runtime":{"type":"string","pattern":"^[a-z][a-z0-9]*$","maxLength":30,"description":"the name of a runtime in profiles.yaml, such as python or node"},"text":{"type":"string","minLength":1,"maxLength":500,"description":"a text of 1 to 500 characters"}}};
const schema32 = {"type":"string","pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$","maxLength":63,"description":"a lower-case name of letters, digits and single hyphens, such as agent-orchestrator"};
const schema34 = {"type":"string","pattern":"^[a-z0-9][a-z0-9._/-]*(:[0-9]+/[a-z0-9._/-]+)?:[A-Za-z0-9_][A-Za-z0-9._-]*$","maxLength":255,"description":"an image with its tag, such as hashicorp/consul:1.21.0 (digests stand in images.lock.yaml)"};
const schema35 = {"type":"string","pattern":"^[a-z][a-z0-9]*$","maxLength":30,"description":"the name of a runtime in profiles.yaml, such as python or node"};
const schema36 = {"type":"integer","minimum":1024,"maximum":65535,"description":"a port between 1024 and 65535"};
const schema37 = {"enum":["hot","warm","cold"],"description":"one of hot, warm, cold"};
const schema45 = {"type":"string","minLength":1,"maxLength":500,"description":"a text of 1 to 500 characters"};
const schema44 = {"enum":["high_performance","standard","specialized"],"description":"one of high_performance, standard, specialized"};
const schema41 = {"enum":["critical","high","normal","low"],"description":"one of critical, high, normal, low"};
const schema58 = {"type":"string","pattern":"^[0-9]{1,9} ?[MG]iB?$","description":"a memory size in binary units, such as 128MiB or 1GiB"};
const schema59 = {"type":["number","string"],"pattern":"^([0-9]+m|[0-9]+(\\.[0-9]+)?)$","exclusiveMinimum":0,"maximum":1024,"description":"CPU in cores or millicores, such as 0.1 or 100m"};
const func1 = require("ajv/dist/runtime/ucs2length").default;
const func0 = require("ajv/dist/runtime/equal").default;
const func11 = Object.prototype.hasOwnProperty;
const pattern4 = new RegExp("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "u");
const pattern6 = new RegExp("^[a-z0-9][a-z0-9._/-]*(:[0-9]+/[a-z0-9._/-]+)?:[A-Za-z0-9_][A-Za-z0-9._-]*$", "u");
const pattern7 = new RegExp("^[a-z][a-z0-9]*$", "u");
const pattern8 = new RegExp("^[0-9]+:[0-9]+$", "u");
const pattern17 = new RegExp("^[0-9]{1,9} ?[MG]iB?$", "u");
const pattern18 = new RegExp("^([0-9]+m|[0-9]+(\\.[0-9]+)?)$", "u");
const schema40 = {"type":"object","additionalProperties":false,"properties":{"agents":{"type":"integer","minimum":0,"description":"how many agents this pool has"},"criticality":{"$ref":"#/$defs/criticality"}},"required":["agents","criticality"],"title":"PoolEntry","description":"the size of the pool and the criticality of its agents"};

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
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.agents === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "agents"},message:"must have required property '"+"agents"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.criticality === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "criticality"},message:"must have required property '"+"criticality"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "agents") || (key0 === "criticality"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.agents !== undefined){
let data0 = data.agents;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err3 = {instancePath:instancePath+"/agents",schemaPath:"#/properties/agents/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/agents",schemaPath:"#/properties/agents/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.criticality !== undefined){
let data1 = data.criticality;
if(!((((data1 === "critical") || (data1 === "high")) || (data1 === "normal")) || (data1 === "low"))){
const err5 = {instancePath:instancePath+"/criticality",schemaPath:"#/$defs/criticality/enum",keyword:"enum",params:{allowedValues: schema41.enum},message:"must be equal to one of the allowed values"};
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
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema43 = {"type":"object","additionalProperties":false,"properties":{"class":{"$ref":"#/$defs/class"},"owner":{"$ref":"#/$defs/text"},"criticality":{"$ref":"#/$defs/criticality"}},"required":["class","owner"],"title":"GroupEntry","description":"class and owner of the agents of a group"};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate25.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.class === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "class"},message:"must have required property '"+"class"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.owner === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "class") || (key0 === "owner")) || (key0 === "criticality"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.class !== undefined){
let data0 = data.class;
if(!(((data0 === "high_performance") || (data0 === "standard")) || (data0 === "specialized"))){
const err3 = {instancePath:instancePath+"/class",schemaPath:"#/$defs/class/enum",keyword:"enum",params:{allowedValues: schema44.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.owner !== undefined){
let data1 = data.owner;
if(typeof data1 === "string"){
if(func1(data1) > 500){
const err4 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(func1(data1) < 1){
const err5 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.criticality !== undefined){
let data2 = data.criticality;
if(!((((data2 === "critical") || (data2 === "high")) || (data2 === "normal")) || (data2 === "low"))){
const err7 = {instancePath:instancePath+"/criticality",schemaPath:"#/$defs/criticality/enum",keyword:"enum",params:{allowedValues: schema41.enum},message:"must be equal to one of the allowed values"};
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
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}
validate25.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://sutazai.dev/schemas/agents.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.fleet === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "fleet"},message:"must have required property '"+"fleet"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.images === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "images"},message:"must have required property '"+"images"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.defaults === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "defaults"},message:"must have required property '"+"defaults"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.pools === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "pools"},message:"must have required property '"+"pools"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.groups === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "groups"},message:"must have required property '"+"groups"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.agents === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "agents"},message:"must have required property '"+"agents"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "version") || (key0 === "fleet")) || (key0 === "images")) || (key0 === "defaults")) || (key0 === "pools")) || (key0 === "groups")) || (key0 === "agents"))){
const err7 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.version !== undefined){
if(1 !== data.version){
const err8 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.fleet !== undefined){
let data1 = data.fleet;
if(typeof data1 === "string"){
if(func1(data1) > 63){
const err9 = {instancePath:instancePath+"/fleet",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern4.test(data1)){
const err10 = {instancePath:instancePath+"/fleet",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/fleet",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.images !== undefined){
let data2 = data.images;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
const _errs8 = errors;
if(typeof key1 === "string"){
if(func1(key1) > 63){
const err12 = {instancePath:instancePath+"/images",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern4.test(key1)){
const err13 = {instancePath:instancePath+"/images",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key1};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/images",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key1};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var valid2 = _errs8 === errors;
if(!valid2){
const err15 = {instancePath:instancePath+"/images",schemaPath:"#/properties/images/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
for(const key2 in data2){
let data3 = data2[key2];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.reference === undefined){
const err16 = {instancePath:instancePath+"/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/images/additionalProperties/required",keyword:"required",params:{missingProperty: "reference"},message:"must have required property '"+"reference"+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data3.runtime === undefined){
const err17 = {instancePath:instancePath+"/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/images/additionalProperties/required",keyword:"required",params:{missingProperty: "runtime"},message:"must have required property '"+"runtime"+"'"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data3.user === undefined){
const err18 = {instancePath:instancePath+"/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/images/additionalProperties/required",keyword:"required",params:{missingProperty: "user"},message:"must have required property '"+"user"+"'"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data3.port === undefined){
const err19 = {instancePath:instancePath+"/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/images/additionalProperties/required",keyword:"required",params:{missingProperty: "port"},message:"must have required property '"+"port"+"'"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key3 in data3){
if(!(((((key3 === "reference") || (key3 === "runtime")) || (key3 === "user")) || (key3 === "port")) || (key3 === "builtin"))){
const err20 = {instancePath:instancePath+"/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/images/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data3.reference !== undefined){
let data4 = data3.reference;
if(typeof data4 === "string"){
if(func1(data4) > 255){
const err21 = {instancePath:instancePath+"/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/reference",schemaPath:"#/$defs/imageReference/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!pattern6.test(data4)){
const err22 = {instancePath:instancePath+"/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/reference",schemaPath:"#/$defs/imageReference/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9._/-]*(:[0-9]+/[a-z0-9._/-]+)?:[A-Za-z0-9_][A-Za-z0-9._-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9._/-]*(:[0-9]+/[a-z0-9._/-]+)?:[A-Za-z0-9_][A-Za-z0-9._-]*$"+"\""};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/reference",schemaPath:"#/$defs/imageReference/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data3.runtime !== undefined){
let data5 = data3.runtime;
if(typeof data5 === "string"){
if(func1(data5) > 30){
const err24 = {instancePath:instancePath+"/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/runtime",schemaPath:"#/$defs/runtime/maxLength",keyword:"maxLength",params:{limit: 30},message:"must NOT have more than 30 characters"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!pattern7.test(data5)){
const err25 = {instancePath:instancePath+"/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/runtime",schemaPath:"#/$defs/runtime/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*$"+"\""};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/runtime",schemaPath:"#/$defs/runtime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data3.user !== undefined){
let data6 = data3.user;
if(typeof data6 === "string"){
if(!pattern8.test(data6)){
const err27 = {instancePath:instancePath+"/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/user",schemaPath:"#/properties/images/additionalProperties/properties/user/pattern",keyword:"pattern",params:{pattern: "^[0-9]+:[0-9]+$"},message:"must match pattern \""+"^[0-9]+:[0-9]+$"+"\""};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/user",schemaPath:"#/properties/images/additionalProperties/properties/user/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data3.port !== undefined){
let data7 = data3.port;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err29 = {instancePath:instancePath+"/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/port",schemaPath:"#/$defs/agentPort/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 65535 || isNaN(data7)){
const err30 = {instancePath:instancePath+"/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/port",schemaPath:"#/$defs/agentPort/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data7 < 1024 || isNaN(data7)){
const err31 = {instancePath:instancePath+"/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/port",schemaPath:"#/$defs/agentPort/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1024},message:"must be >= 1024"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
if(data3.builtin !== undefined){
let data8 = data3.builtin;
if(!((data8 === "reference-agent") || (data8 === "stub"))){
const err32 = {instancePath:instancePath+"/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/builtin",schemaPath:"#/properties/images/additionalProperties/properties/builtin/enum",keyword:"enum",params:{allowedValues: schema31.properties.images.additionalProperties.properties.builtin.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/images/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/images",schemaPath:"#/properties/images/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.defaults !== undefined){
let data9 = data.defaults;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.pool === undefined){
const err35 = {instancePath:instancePath+"/defaults",schemaPath:"#/properties/defaults/required",keyword:"required",params:{missingProperty: "pool"},message:"must have required property '"+"pool"+"'"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data9.image === undefined){
const err36 = {instancePath:instancePath+"/defaults",schemaPath:"#/properties/defaults/required",keyword:"required",params:{missingProperty: "image"},message:"must have required property '"+"image"+"'"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data9.dependsOn === undefined){
const err37 = {instancePath:instancePath+"/defaults",schemaPath:"#/properties/defaults/required",keyword:"required",params:{missingProperty: "dependsOn"},message:"must have required property '"+"dependsOn"+"'"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
for(const key4 in data9){
if(!(((key4 === "pool") || (key4 === "image")) || (key4 === "dependsOn"))){
const err38 = {instancePath:instancePath+"/defaults",schemaPath:"#/properties/defaults/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data9.pool !== undefined){
let data10 = data9.pool;
if(!(((data10 === "hot") || (data10 === "warm")) || (data10 === "cold"))){
const err39 = {instancePath:instancePath+"/defaults/pool",schemaPath:"#/$defs/pool/enum",keyword:"enum",params:{allowedValues: schema37.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data9.image !== undefined){
let data11 = data9.image;
if(typeof data11 === "string"){
if(func1(data11) > 63){
const err40 = {instancePath:instancePath+"/defaults/image",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(!pattern4.test(data11)){
const err41 = {instancePath:instancePath+"/defaults/image",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/defaults/image",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data9.dependsOn !== undefined){
let data12 = data9.dependsOn;
if(Array.isArray(data12)){
if(data12.length > 64){
const err43 = {instancePath:instancePath+"/defaults/dependsOn",schemaPath:"#/properties/defaults/properties/dependsOn/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
const len0 = data12.length;
for(let i0=0; i0<len0; i0++){
let data13 = data12[i0];
if(typeof data13 === "string"){
if(func1(data13) > 63){
const err44 = {instancePath:instancePath+"/defaults/dependsOn/" + i0,schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(!pattern4.test(data13)){
const err45 = {instancePath:instancePath+"/defaults/dependsOn/" + i0,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/defaults/dependsOn/" + i0,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
let i1 = data12.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data12[i1], data12[j0])){
const err47 = {instancePath:instancePath+"/defaults/dependsOn",schemaPath:"#/properties/defaults/properties/dependsOn/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err48 = {instancePath:instancePath+"/defaults/dependsOn",schemaPath:"#/properties/defaults/properties/dependsOn/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/defaults",schemaPath:"#/properties/defaults/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data.pools !== undefined){
let data14 = data.pools;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.hot === undefined){
const err50 = {instancePath:instancePath+"/pools",schemaPath:"#/properties/pools/required",keyword:"required",params:{missingProperty: "hot"},message:"must have required property '"+"hot"+"'"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data14.warm === undefined){
const err51 = {instancePath:instancePath+"/pools",schemaPath:"#/properties/pools/required",keyword:"required",params:{missingProperty: "warm"},message:"must have required property '"+"warm"+"'"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data14.cold === undefined){
const err52 = {instancePath:instancePath+"/pools",schemaPath:"#/properties/pools/required",keyword:"required",params:{missingProperty: "cold"},message:"must have required property '"+"cold"+"'"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
for(const key5 in data14){
if(!(((key5 === "hot") || (key5 === "warm")) || (key5 === "cold"))){
const err53 = {instancePath:instancePath+"/pools",schemaPath:"#/properties/pools/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data14.hot !== undefined){
if(!(validate21(data14.hot, {instancePath:instancePath+"/pools/hot",parentData:data14,parentDataProperty:"hot",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data14.warm !== undefined){
if(!(validate21(data14.warm, {instancePath:instancePath+"/pools/warm",parentData:data14,parentDataProperty:"warm",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data14.cold !== undefined){
if(!(validate21(data14.cold, {instancePath:instancePath+"/pools/cold",parentData:data14,parentDataProperty:"cold",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err54 = {instancePath:instancePath+"/pools",schemaPath:"#/properties/pools/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data.groups !== undefined){
let data18 = data.groups;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key6 in data18){
const _errs48 = errors;
if(typeof key6 === "string"){
if(func1(key6) > 63){
const err55 = {instancePath:instancePath+"/groups",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key6};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(!pattern4.test(key6)){
const err56 = {instancePath:instancePath+"/groups",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key6};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/groups",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key6};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
var valid17 = _errs48 === errors;
if(!valid17){
const err58 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/propertyNames",keyword:"propertyNames",params:{propertyName: key6},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
for(const key7 in data18){
if(!(validate25(data18[key7], {instancePath:instancePath+"/groups/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data18,parentDataProperty:key7,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
else {
const err59 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data.agents !== undefined){
let data20 = data.agents;
if(Array.isArray(data20)){
if(data20.length < 1){
const err60 = {instancePath:instancePath+"/agents",schemaPath:"#/properties/agents/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
const len1 = data20.length;
for(let i2=0; i2<len1; i2++){
let data21 = data20[i2];
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.name === undefined){
const err61 = {instancePath:instancePath+"/agents/" + i2,schemaPath:"#/properties/agents/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data21.role === undefined){
const err62 = {instancePath:instancePath+"/agents/" + i2,schemaPath:"#/properties/agents/items/required",keyword:"required",params:{missingProperty: "role"},message:"must have required property '"+"role"+"'"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data21.group === undefined){
const err63 = {instancePath:instancePath+"/agents/" + i2,schemaPath:"#/properties/agents/items/required",keyword:"required",params:{missingProperty: "group"},message:"must have required property '"+"group"+"'"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
for(const key8 in data21){
if(!(func11.call(schema31.properties.agents.items.properties, key8))){
const err64 = {instancePath:instancePath+"/agents/" + i2,schemaPath:"#/properties/agents/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data21.name !== undefined){
let data22 = data21.name;
if(typeof data22 === "string"){
if(func1(data22) > 63){
const err65 = {instancePath:instancePath+"/agents/" + i2+"/name",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(!pattern4.test(data22)){
const err66 = {instancePath:instancePath+"/agents/" + i2+"/name",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
else {
const err67 = {instancePath:instancePath+"/agents/" + i2+"/name",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data21.role !== undefined){
let data23 = data21.role;
if(typeof data23 === "string"){
if(func1(data23) > 500){
const err68 = {instancePath:instancePath+"/agents/" + i2+"/role",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(func1(data23) < 1){
const err69 = {instancePath:instancePath+"/agents/" + i2+"/role",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
else {
const err70 = {instancePath:instancePath+"/agents/" + i2+"/role",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data21.group !== undefined){
let data24 = data21.group;
if(typeof data24 === "string"){
if(func1(data24) > 63){
const err71 = {instancePath:instancePath+"/agents/" + i2+"/group",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(!pattern4.test(data24)){
const err72 = {instancePath:instancePath+"/agents/" + i2+"/group",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
else {
const err73 = {instancePath:instancePath+"/agents/" + i2+"/group",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data21.port !== undefined){
let data25 = data21.port;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
const err74 = {instancePath:instancePath+"/agents/" + i2+"/port",schemaPath:"#/$defs/agentPort/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 > 65535 || isNaN(data25)){
const err75 = {instancePath:instancePath+"/agents/" + i2+"/port",schemaPath:"#/$defs/agentPort/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(data25 < 1024 || isNaN(data25)){
const err76 = {instancePath:instancePath+"/agents/" + i2+"/port",schemaPath:"#/$defs/agentPort/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1024},message:"must be >= 1024"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
if(data21.pool !== undefined){
let data26 = data21.pool;
if(!(((data26 === "hot") || (data26 === "warm")) || (data26 === "cold"))){
const err77 = {instancePath:instancePath+"/agents/" + i2+"/pool",schemaPath:"#/$defs/pool/enum",keyword:"enum",params:{allowedValues: schema37.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data21.class !== undefined){
let data27 = data21.class;
if(!(((data27 === "high_performance") || (data27 === "standard")) || (data27 === "specialized"))){
const err78 = {instancePath:instancePath+"/agents/" + i2+"/class",schemaPath:"#/$defs/class/enum",keyword:"enum",params:{allowedValues: schema44.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data21.criticality !== undefined){
let data28 = data21.criticality;
if(!((((data28 === "critical") || (data28 === "high")) || (data28 === "normal")) || (data28 === "low"))){
const err79 = {instancePath:instancePath+"/agents/" + i2+"/criticality",schemaPath:"#/$defs/criticality/enum",keyword:"enum",params:{allowedValues: schema41.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data21.owner !== undefined){
let data29 = data21.owner;
if(typeof data29 === "string"){
if(func1(data29) > 500){
const err80 = {instancePath:instancePath+"/agents/" + i2+"/owner",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(func1(data29) < 1){
const err81 = {instancePath:instancePath+"/agents/" + i2+"/owner",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
else {
const err82 = {instancePath:instancePath+"/agents/" + i2+"/owner",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data21.image !== undefined){
let data30 = data21.image;
if(typeof data30 === "string"){
if(func1(data30) > 63){
const err83 = {instancePath:instancePath+"/agents/" + i2+"/image",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(!pattern4.test(data30)){
const err84 = {instancePath:instancePath+"/agents/" + i2+"/image",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
else {
const err85 = {instancePath:instancePath+"/agents/" + i2+"/image",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data21.formerly !== undefined){
let data31 = data21.formerly;
if(Array.isArray(data31)){
if(data31.length > 8){
const err86 = {instancePath:instancePath+"/agents/" + i2+"/formerly",schemaPath:"#/properties/agents/items/properties/formerly/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
const len2 = data31.length;
for(let i3=0; i3<len2; i3++){
let data32 = data31[i3];
if(typeof data32 === "string"){
if(func1(data32) > 63){
const err87 = {instancePath:instancePath+"/agents/" + i2+"/formerly/" + i3,schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(!pattern4.test(data32)){
const err88 = {instancePath:instancePath+"/agents/" + i2+"/formerly/" + i3,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
else {
const err89 = {instancePath:instancePath+"/agents/" + i2+"/formerly/" + i3,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
let i4 = data31.length;
let j1;
if(i4 > 1){
outer1:
for(;i4--;){
for(j1 = i4; j1--;){
if(func0(data31[i4], data31[j1])){
const err90 = {instancePath:instancePath+"/agents/" + i2+"/formerly",schemaPath:"#/properties/agents/items/properties/formerly/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i4+" are identical)"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
break outer1;
}
}
}
}
}
else {
const err91 = {instancePath:instancePath+"/agents/" + i2+"/formerly",schemaPath:"#/properties/agents/items/properties/formerly/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data21.dependsOn !== undefined){
let data33 = data21.dependsOn;
if(Array.isArray(data33)){
if(data33.length > 64){
const err92 = {instancePath:instancePath+"/agents/" + i2+"/dependsOn",schemaPath:"#/properties/agents/items/properties/dependsOn/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
const len3 = data33.length;
for(let i5=0; i5<len3; i5++){
let data34 = data33[i5];
if(typeof data34 === "string"){
if(func1(data34) > 63){
const err93 = {instancePath:instancePath+"/agents/" + i2+"/dependsOn/" + i5,schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(!pattern4.test(data34)){
const err94 = {instancePath:instancePath+"/agents/" + i2+"/dependsOn/" + i5,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
else {
const err95 = {instancePath:instancePath+"/agents/" + i2+"/dependsOn/" + i5,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
let i6 = data33.length;
let j2;
if(i6 > 1){
outer2:
for(;i6--;){
for(j2 = i6; j2--;){
if(func0(data33[i6], data33[j2])){
const err96 = {instancePath:instancePath+"/agents/" + i2+"/dependsOn",schemaPath:"#/properties/agents/items/properties/dependsOn/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i6+" are identical)"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
break outer2;
}
}
}
}
}
else {
const err97 = {instancePath:instancePath+"/agents/" + i2+"/dependsOn",schemaPath:"#/properties/agents/items/properties/dependsOn/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data21.memory !== undefined){
let data35 = data21.memory;
if(typeof data35 === "string"){
if(!pattern17.test(data35)){
const err98 = {instancePath:instancePath+"/agents/" + i2+"/memory",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,9} ?[MG]iB?$"},message:"must match pattern \""+"^[0-9]{1,9} ?[MG]iB?$"+"\""};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
else {
const err99 = {instancePath:instancePath+"/agents/" + i2+"/memory",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data21.cpu !== undefined){
let data36 = data21.cpu;
if((!((typeof data36 == "number") && (isFinite(data36)))) && (typeof data36 !== "string")){
const err100 = {instancePath:instancePath+"/agents/" + i2+"/cpu",schemaPath:"#/$defs/cpu/type",keyword:"type",params:{type: schema59.type},message:"must be number,string"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 1024 || isNaN(data36)){
const err101 = {instancePath:instancePath+"/agents/" + i2+"/cpu",schemaPath:"#/$defs/cpu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024},message:"must be <= 1024"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(data36 <= 0 || isNaN(data36)){
const err102 = {instancePath:instancePath+"/agents/" + i2+"/cpu",schemaPath:"#/$defs/cpu/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(typeof data36 === "string"){
if(!pattern18.test(data36)){
const err103 = {instancePath:instancePath+"/agents/" + i2+"/cpu",schemaPath:"#/$defs/cpu/pattern",keyword:"pattern",params:{pattern: "^([0-9]+m|[0-9]+(\\.[0-9]+)?)$"},message:"must match pattern \""+"^([0-9]+m|[0-9]+(\\.[0-9]+)?)$"+"\""};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
}
}
else {
const err104 = {instancePath:instancePath+"/agents/" + i2,schemaPath:"#/properties/agents/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
}
else {
const err105 = {instancePath:instancePath+"/agents",schemaPath:"#/properties/agents/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
}
else {
const err106 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

exports.profiles = validate27;
const schema60 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://sutazai.dev/schemas/profiles.schema.json","title":"ProfilesFile","type":"object","additionalProperties":false,"properties":{"version":{"const":1,"description":"1, the version of this format"},"host":{"type":"object","additionalProperties":false,"properties":{"memory":{"$ref":"#/$defs/memory"},"cpu":{"$ref":"#/$defs/cpu"}},"required":["memory","cpu"],"title":"HostProfile"},"sizing":{"type":"object","additionalProperties":false,"properties":{"memory":{"type":"object","additionalProperties":false,"properties":{"start":{"$ref":"#/$defs/memory"},"reservation":{"$ref":"#/$defs/memory"},"step":{"$ref":"#/$defs/memory"},"max":{"$ref":"#/$defs/memory"},"scaleUpAbove":{"$ref":"#/$defs/share"}},"required":["start","reservation","step","max","scaleUpAbove"],"title":"MemoryProfile"},"cpu":{"type":"object","additionalProperties":false,"properties":{"base":{"$ref":"#/$defs/cpu"},"burst":{"$ref":"#/$defs/cpu"}},"required":["base","burst"],"title":"CpuProfile"},"cpuShares":{"type":"object","additionalProperties":false,"properties":{"critical":{"type":"integer","minimum":2,"maximum":262144,"description":"a CPU weight between 2 and 262144"},"high":{"type":"integer","minimum":2,"maximum":262144,"description":"a CPU weight between 2 and 262144"},"normal":{"type":"integer","minimum":2,"maximum":262144,"description":"a CPU weight between 2 and 262144"},"low":{"type":"integer","minimum":2,"maximum":262144,"description":"a CPU weight between 2 and 262144"}},"required":["critical","high","normal","low"],"title":"CpuSharesProfile"}},"required":["memory","cpu","cpuShares"],"title":"SizingProfile"},"container":{"type":"object","additionalProperties":false,"properties":{"stopTimeout":{"$ref":"#/$defs/duration"},"tmpfs":{"$ref":"#/$defs/memory"},"shm":{"$ref":"#/$defs/memory"},"logMaxSize":{"type":"string","pattern":"^[0-9]+[km]$","description":"a log size as Docker writes it, such as 10m"},"logMaxFiles":{"type":"integer","minimum":1,"maximum":100,"description":"a number of log files between 1 and 100"},"openFiles":{"type":"integer","minimum":64,"maximum":1048576,"description":"a number of open files between 64 and 1048576"}},"required":["stopTimeout","tmpfs","shm","logMaxSize","logMaxFiles","openFiles"],"title":"ContainerProfile"},"pools":{"type":"object","additionalProperties":false,"properties":{"hot":{"type":"object","additionalProperties":false,"properties":{"startWithin":{"$ref":"#/$defs/duration"}},"required":["startWithin"]},"warm":{"type":"object","additionalProperties":false,"properties":{"startWithin":{"$ref":"#/$defs/duration"}},"required":["startWithin"]},"cold":{"type":"object","additionalProperties":false,"properties":{"startWithin":{"$ref":"#/$defs/duration"}},"required":["startWithin"]}},"required":["hot","warm","cold"],"title":"PoolProfiles"},"health":{"type":"object","additionalProperties":false,"properties":{"livenessPath":{"$ref":"#/$defs/path"},"readinessPath":{"$ref":"#/$defs/path"},"docker":{"type":"object","additionalProperties":false,"properties":{"startPeriod":{"$ref":"#/$defs/duration"},"interval":{"$ref":"#/$defs/duration"},"timeout":{"$ref":"#/$defs/duration"},"retries":{"type":"integer","minimum":1,"maximum":20,"description":"a number of tries between 1 and 20"},"startInterval":{"$ref":"#/$defs/duration"}},"required":["startPeriod","interval","timeout","retries"],"title":"DockerHealthProfile"},"consul":{"type":"object","additionalProperties":false,"properties":{"interval":{"$ref":"#/$defs/duration"},"timeout":{"$ref":"#/$defs/duration"}},"required":["interval","timeout"],"title":"ConsulHealthProfile"}},"required":["livenessPath","readinessPath","docker","consul"],"title":"HealthProfile"},"runtimes":{"type":"object","description":"what each runtime brings, by name","propertyNames":{"$ref":"#/$defs/runtime"},"additionalProperties":{"type":"object","additionalProperties":false,"properties":{"commands":{"type":"array","items":{"$ref":"#/$defs/text"},"minItems":1,"description":"the commands that images of this runtime have"},"check":{"type":"array","items":{"$ref":"#/$defs/text"},"minItems":1,"description":"the health check as a command, with {url} in the place of the address"}},"required":["commands","check"],"title":"RuntimeProfile"}},"routing":{"type":"object","additionalProperties":false,"properties":{"strategies":{"type":"array","items":{"enum":["weighted_round_robin","health_aware","capacity_based","latency_optimised"]},"uniqueItems":true,"minItems":1,"description":"the routing strategies"},"classWeights":{"type":"object","additionalProperties":false,"properties":{"high_performance":{"$ref":"#/$defs/share"},"standard":{"$ref":"#/$defs/share"},"specialized":{"$ref":"#/$defs/share"}},"required":["high_performance","standard","specialized"],"title":"ClassWeights"},"router":{"type":"object","additionalProperties":false,"properties":{"perAgent":{"$ref":"#/$defs/atOnce"},"spillAbove":{"type":"integer","minimum":1,"description":"a number of waiting requests"},"spareSlots":{"type":"integer","minimum":1,"maximum":1000,"description":"a number of agents between 1 and 1000"},"answerWithin":{"$ref":"#/$defs/duration"},"check":{"type":"object","additionalProperties":false,"properties":{"interval":{"$ref":"#/$defs/duration"},"recheck":{"$ref":"#/$defs/duration"},"timeout":{"$ref":"#/$defs/duration"},"failures":{"$ref":"#/$defs/inARow"},"successes":{"$ref":"#/$defs/inARow"}},"required":["interval","recheck","timeout","failures","successes"],"title":"RouterCheckProfile"}},"required":["perAgent","spillAbove","spareSlots","answerWithin","check"],"title":"RouterProfile"},"gateway":{"type":"object","additionalProperties":false,"properties":{"perModel":{"$ref":"#/$defs/atOnce"},"answerWithin":{"$ref":"#/$defs/duration"},"check":{"type":"object","additionalProperties":false,"properties":{"interval":{"$ref":"#/$defs/duration"},"timeout":{"$ref":"#/$defs/duration"}},"required":["interval","timeout"],"title":"GatewayCheckProfile"},"breaker":{"type":"object","additionalProperties":false,"properties":{"failures":{"$ref":"#/$defs/inARow"},"probeEvery":{"$ref":"#/$defs/duration"},"successes":{"$ref":"#/$defs/inARow"}},"required":["failures","probeEvery","successes"],"title":"BreakerProfile"}},"required":["perModel","answerWithin","check","breaker"],"title":"GatewayProfile"}},"required":["strategies","classWeights","router","gateway"],"title":"RoutingProfile"},"agent":{"type":"object","additionalProperties":false,"properties":{"waiting":{"type":"integer","minimum":0,"maximum":10000,"description":"a number of requests between 0 and 10000"},"modelWithin":{"$ref":"#/$defs/duration"},"brokerAway":{"$ref":"#/$defs/duration"},"overflowEvery":{"$ref":"#/$defs/duration"},"linger":{"$ref":"#/$defs/duration"},"stopMargin":{"$ref":"#/$defs/duration"},"heapShare":{"$ref":"#/$defs/share"}},"required":["waiting","modelWithin","brokerAway","overflowEvery","linger","stopMargin","heapShare"],"title":"AgentProfile","description":"how an agent works; left out, agents go by defaults of their own"},"queue":{"type":"object","additionalProperties":false,"properties":{"maxLength":{"type":"integer","minimum":1,"description":"a number of messages"},"timeout":{"$ref":"#/$defs/duration"},"priorities":{"type":"array","items":{"$ref":"#/$defs/name"},"minItems":1,"uniqueItems":true,"description":"the priorities, the lowest first"},"overflow":{"const":"available-agent","description":"available-agent: what does not fit goes to an agent that is free"},"retries":{"type":"integer","minimum":0,"maximum":100,"description":"a number of retries between 0 and 100"},"deadLetter":{"type":"boolean","description":"true or false"}},"required":["maxLength","timeout","priorities","overflow","retries","deadLetter"],"title":"QueueProfile"},"kpis":{"type":"object","additionalProperties":false,"properties":{"agentUtilisation":{"$ref":"#/$defs/aboveShare"},"responseTime":{"type":"object","additionalProperties":false,"properties":{"below":{"$ref":"#/$defs/duration"}},"required":["below"]},"throughput":{"$ref":"#/$defs/abovePerMinute"},"memoryEfficiency":{"$ref":"#/$defs/aboveShare"},"errors":{"type":"object","additionalProperties":false,"properties":{"below":{"$ref":"#/$defs/share"}},"required":["below"]},"healthChecksPassing":{"$ref":"#/$defs/aboveShare"}},"required":["agentUtilisation","responseTime","throughput","memoryEfficiency","errors","healthChecksPassing"],"title":"KpiTargets"},"milestones":{"type":"array","description":"what has to be reached by when","items":{"type":"object","additionalProperties":false,"properties":{"within":{"$ref":"#/$defs/duration"},"agentUtilisation":{"$ref":"#/$defs/share"},"throughputPerMinute":{"type":"number","exclusiveMinimum":0,"description":"requests per minute"},"memoryEfficiency":{"$ref":"#/$defs/share"}},"required":["within","agentUtilisation","throughputPerMinute"],"title":"Milestone"}},"alerts":{"type":"object","additionalProperties":false,"properties":{"memory":{"$ref":"#/$defs/shareAlert"},"cpu":{"$ref":"#/$defs/shareAlert"},"responseTime":{"type":"object","additionalProperties":false,"properties":{"above":{"$ref":"#/$defs/duration"},"for":{"$ref":"#/$defs/duration"},"severity":{"$ref":"#/$defs/severity"}},"required":["above","for","severity"]},"agentFailures":{"$ref":"#/$defs/shareAlert"},"queueDepth":{"type":"object","additionalProperties":false,"properties":{"above":{"type":"integer","minimum":1,"description":"a number of messages"},"for":{"$ref":"#/$defs/duration"},"severity":{"$ref":"#/$defs/severity"}},"required":["above","for","severity"]}},"required":["memory","cpu","responseTime","agentFailures","queueDepth"],"title":"AlertThresholds"},"alerting":{"type":"object","additionalProperties":false,"properties":{"runbooks":{"type":"string","pattern":"^https?://[^\\s]+[^/\\s]$","description":"the address of the folder with the runbooks, without a slash at its end"},"owner":{"$ref":"#/$defs/name"},"notify":{"type":"object","additionalProperties":false,"properties":{"groupWait":{"$ref":"#/$defs/duration"},"groupInterval":{"$ref":"#/$defs/duration"},"repeatEvery":{"$ref":"#/$defs/duration"}},"required":["groupWait","groupInterval","repeatEvery"],"title":"NotifyProfile"},"scrapeEvery":{"$ref":"#/$defs/duration"},"evaluateEvery":{"$ref":"#/$defs/duration"},"rateWindow":{"$ref":"#/$defs/duration"},"quantile":{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":1,"description":"a quantile between 0 and 1, such as 0.95"},"minTraffic":{"type":"number","exclusiveMinimum":0,"description":"requests per minute"},"minBacklog":{"type":"integer","minimum":1,"description":"a number of messages"},"kpis":{"type":"object","additionalProperties":false,"properties":{"agentUtilisation":{"$ref":"#/$defs/signal"},"responseTime":{"$ref":"#/$defs/signal"},"throughput":{"$ref":"#/$defs/signal"},"memoryEfficiency":{"$ref":"#/$defs/signal"},"healthChecksPassing":{"$ref":"#/$defs/signal"}},"required":["agentUtilisation","responseTime","throughput","memoryEfficiency","healthChecksPassing"],"title":"KpiAlerts"},"burnRates":{"type":"object","additionalProperties":false,"properties":{"fast":{"$ref":"#/$defs/burnRate"},"medium":{"$ref":"#/$defs/burnRate"},"slow":{"$ref":"#/$defs/burnRate"},"trickle":{"$ref":"#/$defs/burnRate"}},"required":["fast","medium","slow","trickle"],"title":"BurnRates"},"signals":{"type":"object","additionalProperties":false,"properties":{"agentDown":{"$ref":"#/$defs/signal"},"agentsMissing":{"$ref":"#/$defs/signal"},"agentCritical":{"$ref":"#/$defs/signal"},"agentUnseen":{"$ref":"#/$defs/signal"},"agentBreakerOpen":{"$ref":"#/$defs/signal"},"memoryLeak":{"$ref":"#/$defs/forecastSignal"},"oomKilled":{"$ref":"#/$defs/windowSignal"},"cpuThrottled":{"$ref":"#/$defs/windowSignal"},"restartLoop":{"$ref":"#/$defs/windowSignal"},"queueFilling":{"$ref":"#/$defs/forecastSignal"},"queueStuck":{"$ref":"#/$defs/windowSignal"},"queueOverflowing":{"$ref":"#/$defs/thresholdSignal"},"queueWithoutConsumers":{"$ref":"#/$defs/signal"},"deadLettersGrowing":{"$ref":"#/$defs/windowSignal"},"modelBreakerOpen":{"$ref":"#/$defs/signal"},"modelUnavailable":{"$ref":"#/$defs/signal"},"fallbackAnswers":{"$ref":"#/$defs/windowSignal"},"routerWithoutAgents":{"$ref":"#/$defs/signal"},"routerErrors":{"$ref":"#/$defs/windowSignal"},"registryLeaderless":{"$ref":"#/$defs/signal"},"criticalServiceDown":{"$ref":"#/$defs/signal"},"serviceDown":{"$ref":"#/$defs/signal"},"serviceMissing":{"$ref":"#/$defs/signal"},"metricsAbsent":{"$ref":"#/$defs/signal"},"rulesFailing":{"$ref":"#/$defs/windowSignal"},"notificationsFailing":{"$ref":"#/$defs/windowSignal"}},"required":["agentDown","agentsMissing","agentCritical","agentUnseen","agentBreakerOpen","memoryLeak","oomKilled","cpuThrottled","restartLoop","queueFilling","queueStuck","queueOverflowing","queueWithoutConsumers","deadLettersGrowing","modelBreakerOpen","modelUnavailable","fallbackAnswers","routerWithoutAgents","routerErrors","registryLeaderless","criticalServiceDown","serviceDown","serviceMissing","metricsAbsent","rulesFailing","notificationsFailing"],"title":"AlertSignals"}},"required":["runbooks","owner","notify","scrapeEvery","evaluateEvery","rateWindow","quantile","minTraffic","minBacklog","kpis","burnRates","signals"],"title":"AlertingProfile"}},"required":["version","host","sizing","container","pools","health","runtimes","routing","queue","kpis","milestones","alerts","alerting"],"description":"a mapping with the numbers of the fleet","$defs":{"path":{"type":"string","pattern":"^/[A-Za-z0-9/_.-]*$","description":"a path that starts with a slash, such as /healthz"},"severity":{"enum":["page","ticket"],"description":"one of page, ticket"},"aboveShare":{"type":"object","additionalProperties":false,"properties":{"above":{"$ref":"#/$defs/share"}},"required":["above"],"title":"AboveShare","description":"above: a share between 0 and 1"},"abovePerMinute":{"type":"object","additionalProperties":false,"properties":{"above":{"type":"number","exclusiveMinimum":0,"description":"requests per minute"}},"required":["above"],"title":"AbovePerMinute","description":"above: requests per minute"},"shareAlert":{"type":"object","additionalProperties":false,"properties":{"above":{"$ref":"#/$defs/share"},"for":{"$ref":"#/$defs/duration"},"severity":{"$ref":"#/$defs/severity"}},"required":["above","for","severity"],"title":"ShareAlert","description":"above, for and severity"},"cpu":{"type":["number","string"],"pattern":"^([0-9]+m|[0-9]+(\\.[0-9]+)?)$","exclusiveMinimum":0,"maximum":1024,"description":"CPU in cores or millicores, such as 0.1 or 100m"},"atOnce":{"type":"integer","minimum":1,"maximum":10000,"description":"a number of requests between 1 and 10000"},"inARow":{"type":"integer","minimum":1,"maximum":100,"description":"a number between 1 and 100"},"duration":{"type":"string","pattern":"^[0-9]+(ms|s|m|h|d)$","description":"a duration with its unit, such as 500ms, 15s, 5m or 1h"},"memory":{"type":"string","pattern":"^[0-9]{1,9} ?[MG]iB?$","description":"a memory size in binary units, such as 128MiB or 1GiB"},"name":{"type":"string","pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$","maxLength":63,"description":"a lower-case name of letters, digits and single hyphens, such as agent-orchestrator"},"runtime":{"type":"string","pattern":"^[a-z][a-z0-9]*$","maxLength":30,"description":"the name of a runtime in profiles.yaml, such as python or node"},"share":{"type":"number","minimum":0,"maximum":1,"description":"a share between 0 and 1, such as 0.85"},"text":{"type":"string","minLength":1,"maxLength":500,"description":"a text of 1 to 500 characters"},"signal":{"type":"object","additionalProperties":false,"properties":{"for":{"$ref":"#/$defs/duration"},"keepFiringFor":{"$ref":"#/$defs/duration"},"severity":{"$ref":"#/$defs/severity"}},"required":["for","severity"],"title":"Signal","description":"for and severity, and keepFiringFor where an alert has to outlast its consequences"},"thresholdSignal":{"type":"object","additionalProperties":false,"properties":{"above":{"type":"number","minimum":0,"description":"a number of at least 0"},"for":{"$ref":"#/$defs/duration"},"severity":{"$ref":"#/$defs/severity"}},"required":["above","for","severity"],"title":"ThresholdSignal","description":"above, for and severity"},"windowSignal":{"type":"object","additionalProperties":false,"properties":{"above":{"type":"number","minimum":0,"description":"a number of at least 0"},"window":{"$ref":"#/$defs/duration"},"for":{"$ref":"#/$defs/duration"},"severity":{"$ref":"#/$defs/severity"}},"required":["above","window","for","severity"],"title":"WindowSignal","description":"above, window, for and severity"},"forecastSignal":{"type":"object","additionalProperties":false,"properties":{"above":{"type":"number","minimum":0,"description":"a number of at least 0"},"window":{"$ref":"#/$defs/duration"},"horizon":{"$ref":"#/$defs/duration"},"for":{"$ref":"#/$defs/duration"},"severity":{"$ref":"#/$defs/severity"}},"required":["above","window","horizon","for","severity"],"title":"ForecastSignal","description":"above, window, horizon, for and severity"},"burnRate":{"type":"object","additionalProperties":false,"properties":{"factor":{"type":"number","exclusiveMinimum":0,"description":"how many times faster than allowed"},"long":{"$ref":"#/$defs/duration"},"short":{"$ref":"#/$defs/duration"},"minRequests":{"type":"integer","minimum":1,"description":"a number of requests"},"for":{"$ref":"#/$defs/duration"},"severity":{"$ref":"#/$defs/severity"}},"required":["factor","long","short","minRequests","for","severity"],"title":"BurnRate","description":"factor, long, short, minRequests, for and severity"}}};
const schema61 = {"type":"string","pattern":"^[0-9]{1,9} ?[MG]iB?$","description":"a memory size in binary units, such as 128MiB or 1GiB"};
const schema62 = {"type":["number","string"],"pattern":"^([0-9]+m|[0-9]+(\\.[0-9]+)?)$","exclusiveMinimum":0,"maximum":1024,"description":"CPU in cores or millicores, such as 0.1 or 100m"};
const schema67 = {"type":"number","minimum":0,"maximum":1,"description":"a share between 0 and 1, such as 0.85"};
const schema70 = {"type":"string","pattern":"^[0-9]+(ms|s|m|h|d)$","description":"a duration with its unit, such as 500ms, 15s, 5m or 1h"};
const schema76 = {"type":"string","pattern":"^/[A-Za-z0-9/_.-]*$","description":"a path that starts with a slash, such as /healthz"};
const schema84 = {"type":"string","pattern":"^[a-z][a-z0-9]*$","maxLength":30,"description":"the name of a runtime in profiles.yaml, such as python or node"};
const schema85 = {"type":"string","minLength":1,"maxLength":500,"description":"a text of 1 to 500 characters"};
const schema90 = {"type":"integer","minimum":1,"maximum":10000,"description":"a number of requests between 1 and 10000"};
const schema95 = {"type":"integer","minimum":1,"maximum":100,"description":"a number between 1 and 100"};
const schema111 = {"type":"string","pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$","maxLength":63,"description":"a lower-case name of letters, digits and single hyphens, such as agent-orchestrator"};
const schema115 = {"type":"object","additionalProperties":false,"properties":{"above":{"type":"number","exclusiveMinimum":0,"description":"requests per minute"}},"required":["above"],"title":"AbovePerMinute","description":"above: requests per minute"};
const schema123 = {"enum":["page","ticket"],"description":"one of page, ticket"};
const pattern27 = new RegExp("^[0-9]+(ms|s|m|h|d)$", "u");
const pattern30 = new RegExp("^[0-9]+[km]$", "u");
const pattern34 = new RegExp("^/[A-Za-z0-9/_.-]*$", "u");
const pattern64 = new RegExp("^https?://[^\\s]+[^/\\s]$", "u");
const schema112 = {"type":"object","additionalProperties":false,"properties":{"above":{"$ref":"#/$defs/share"}},"required":["above"],"title":"AboveShare","description":"above: a share between 0 and 1"};

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate28.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.above === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "above"},message:"must have required property '"+"above"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "above")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.above !== undefined){
let data0 = data.above;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/above",schemaPath:"#/$defs/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/above",schemaPath:"#/$defs/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/above",schemaPath:"#/$defs/share/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}
validate28.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema120 = {"type":"object","additionalProperties":false,"properties":{"above":{"$ref":"#/$defs/share"},"for":{"$ref":"#/$defs/duration"},"severity":{"$ref":"#/$defs/severity"}},"required":["above","for","severity"],"title":"ShareAlert","description":"above, for and severity"};

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate32.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.above === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "above"},message:"must have required property '"+"above"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.for === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "for"},message:"must have required property '"+"for"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.severity === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "above") || (key0 === "for")) || (key0 === "severity"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.above !== undefined){
let data0 = data.above;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/above",schemaPath:"#/$defs/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err5 = {instancePath:instancePath+"/above",schemaPath:"#/$defs/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/above",schemaPath:"#/$defs/share/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.for !== undefined){
let data1 = data.for;
if(typeof data1 === "string"){
if(!pattern27.test(data1)){
const err7 = {instancePath:instancePath+"/for",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/for",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.severity !== undefined){
let data2 = data.severity;
if(!((data2 === "page") || (data2 === "ticket"))){
const err9 = {instancePath:instancePath+"/severity",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema123.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}
validate32.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema136 = {"type":"object","additionalProperties":false,"properties":{"for":{"$ref":"#/$defs/duration"},"keepFiringFor":{"$ref":"#/$defs/duration"},"severity":{"$ref":"#/$defs/severity"}},"required":["for","severity"],"title":"Signal","description":"for and severity, and keepFiringFor where an alert has to outlast its consequences"};

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate36.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.for === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "for"},message:"must have required property '"+"for"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.severity === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "for") || (key0 === "keepFiringFor")) || (key0 === "severity"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.for !== undefined){
let data0 = data.for;
if(typeof data0 === "string"){
if(!pattern27.test(data0)){
const err3 = {instancePath:instancePath+"/for",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/for",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.keepFiringFor !== undefined){
let data1 = data.keepFiringFor;
if(typeof data1 === "string"){
if(!pattern27.test(data1)){
const err5 = {instancePath:instancePath+"/keepFiringFor",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/keepFiringFor",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.severity !== undefined){
let data2 = data.severity;
if(!((data2 === "page") || (data2 === "ticket"))){
const err7 = {instancePath:instancePath+"/severity",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema123.enum},message:"must be equal to one of the allowed values"};
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
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}
validate36.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema140 = {"type":"object","additionalProperties":false,"properties":{"factor":{"type":"number","exclusiveMinimum":0,"description":"how many times faster than allowed"},"long":{"$ref":"#/$defs/duration"},"short":{"$ref":"#/$defs/duration"},"minRequests":{"type":"integer","minimum":1,"description":"a number of requests"},"for":{"$ref":"#/$defs/duration"},"severity":{"$ref":"#/$defs/severity"}},"required":["factor","long","short","minRequests","for","severity"],"title":"BurnRate","description":"factor, long, short, minRequests, for and severity"};

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate42.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.factor === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "factor"},message:"must have required property '"+"factor"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.long === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "long"},message:"must have required property '"+"long"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.short === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "short"},message:"must have required property '"+"short"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.minRequests === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "minRequests"},message:"must have required property '"+"minRequests"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.for === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "for"},message:"must have required property '"+"for"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.severity === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "factor") || (key0 === "long")) || (key0 === "short")) || (key0 === "minRequests")) || (key0 === "for")) || (key0 === "severity"))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.factor !== undefined){
let data0 = data.factor;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 <= 0 || isNaN(data0)){
const err7 = {instancePath:instancePath+"/factor",schemaPath:"#/properties/factor/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/factor",schemaPath:"#/properties/factor/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.long !== undefined){
let data1 = data.long;
if(typeof data1 === "string"){
if(!pattern27.test(data1)){
const err9 = {instancePath:instancePath+"/long",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/long",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.short !== undefined){
let data2 = data.short;
if(typeof data2 === "string"){
if(!pattern27.test(data2)){
const err11 = {instancePath:instancePath+"/short",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/short",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.minRequests !== undefined){
let data3 = data.minRequests;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err13 = {instancePath:instancePath+"/minRequests",schemaPath:"#/properties/minRequests/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 1 || isNaN(data3)){
const err14 = {instancePath:instancePath+"/minRequests",schemaPath:"#/properties/minRequests/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data.for !== undefined){
let data4 = data.for;
if(typeof data4 === "string"){
if(!pattern27.test(data4)){
const err15 = {instancePath:instancePath+"/for",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/for",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.severity !== undefined){
let data5 = data.severity;
if(!((data5 === "page") || (data5 === "ticket"))){
const err17 = {instancePath:instancePath+"/severity",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema123.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate42.errors = vErrors;
return errors === 0;
}
validate42.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema145 = {"type":"object","additionalProperties":false,"properties":{"above":{"type":"number","minimum":0,"description":"a number of at least 0"},"window":{"$ref":"#/$defs/duration"},"horizon":{"$ref":"#/$defs/duration"},"for":{"$ref":"#/$defs/duration"},"severity":{"$ref":"#/$defs/severity"}},"required":["above","window","horizon","for","severity"],"title":"ForecastSignal","description":"above, window, horizon, for and severity"};

function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate52.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.above === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "above"},message:"must have required property '"+"above"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.window === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "window"},message:"must have required property '"+"window"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.horizon === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "horizon"},message:"must have required property '"+"horizon"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.for === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "for"},message:"must have required property '"+"for"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.severity === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "above") || (key0 === "window")) || (key0 === "horizon")) || (key0 === "for")) || (key0 === "severity"))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.above !== undefined){
let data0 = data.above;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
const err6 = {instancePath:instancePath+"/above",schemaPath:"#/properties/above/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/above",schemaPath:"#/properties/above/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.window !== undefined){
let data1 = data.window;
if(typeof data1 === "string"){
if(!pattern27.test(data1)){
const err8 = {instancePath:instancePath+"/window",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/window",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.horizon !== undefined){
let data2 = data.horizon;
if(typeof data2 === "string"){
if(!pattern27.test(data2)){
const err10 = {instancePath:instancePath+"/horizon",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/horizon",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.for !== undefined){
let data3 = data.for;
if(typeof data3 === "string"){
if(!pattern27.test(data3)){
const err12 = {instancePath:instancePath+"/for",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/for",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.severity !== undefined){
let data4 = data.severity;
if(!((data4 === "page") || (data4 === "ticket"))){
const err14 = {instancePath:instancePath+"/severity",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema123.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}
validate52.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema150 = {"type":"object","additionalProperties":false,"properties":{"above":{"type":"number","minimum":0,"description":"a number of at least 0"},"window":{"$ref":"#/$defs/duration"},"for":{"$ref":"#/$defs/duration"},"severity":{"$ref":"#/$defs/severity"}},"required":["above","window","for","severity"],"title":"WindowSignal","description":"above, window, for and severity"};

function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate54.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.above === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "above"},message:"must have required property '"+"above"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.window === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "window"},message:"must have required property '"+"window"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.for === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "for"},message:"must have required property '"+"for"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.severity === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "above") || (key0 === "window")) || (key0 === "for")) || (key0 === "severity"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.above !== undefined){
let data0 = data.above;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
const err5 = {instancePath:instancePath+"/above",schemaPath:"#/properties/above/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/above",schemaPath:"#/properties/above/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.window !== undefined){
let data1 = data.window;
if(typeof data1 === "string"){
if(!pattern27.test(data1)){
const err7 = {instancePath:instancePath+"/window",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/window",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.for !== undefined){
let data2 = data.for;
if(typeof data2 === "string"){
if(!pattern27.test(data2)){
const err9 = {instancePath:instancePath+"/for",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/for",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.severity !== undefined){
let data3 = data.severity;
if(!((data3 === "page") || (data3 === "ticket"))){
const err11 = {instancePath:instancePath+"/severity",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema123.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate54.errors = vErrors;
return errors === 0;
}
validate54.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema154 = {"type":"object","additionalProperties":false,"properties":{"above":{"type":"number","minimum":0,"description":"a number of at least 0"},"for":{"$ref":"#/$defs/duration"},"severity":{"$ref":"#/$defs/severity"}},"required":["above","for","severity"],"title":"ThresholdSignal","description":"above, for and severity"};

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate60.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.above === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "above"},message:"must have required property '"+"above"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.for === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "for"},message:"must have required property '"+"for"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.severity === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "above") || (key0 === "for")) || (key0 === "severity"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.above !== undefined){
let data0 = data.above;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/above",schemaPath:"#/properties/above/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/above",schemaPath:"#/properties/above/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.for !== undefined){
let data1 = data.for;
if(typeof data1 === "string"){
if(!pattern27.test(data1)){
const err6 = {instancePath:instancePath+"/for",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/for",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.severity !== undefined){
let data2 = data.severity;
if(!((data2 === "page") || (data2 === "ticket"))){
const err8 = {instancePath:instancePath+"/severity",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema123.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate60.errors = vErrors;
return errors === 0;
}
validate60.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://sutazai.dev/schemas/profiles.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate27.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.host === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "host"},message:"must have required property '"+"host"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.sizing === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sizing"},message:"must have required property '"+"sizing"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.container === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "container"},message:"must have required property '"+"container"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.pools === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "pools"},message:"must have required property '"+"pools"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.health === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "health"},message:"must have required property '"+"health"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.runtimes === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "runtimes"},message:"must have required property '"+"runtimes"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.routing === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "routing"},message:"must have required property '"+"routing"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.queue === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "queue"},message:"must have required property '"+"queue"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.kpis === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kpis"},message:"must have required property '"+"kpis"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.milestones === undefined){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "milestones"},message:"must have required property '"+"milestones"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.alerts === undefined){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "alerts"},message:"must have required property '"+"alerts"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data.alerting === undefined){
const err12 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "alerting"},message:"must have required property '"+"alerting"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key0 in data){
if(!(func11.call(schema60.properties, key0))){
const err13 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.version !== undefined){
if(1 !== data.version){
const err14 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.host !== undefined){
let data1 = data.host;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.memory === undefined){
const err15 = {instancePath:instancePath+"/host",schemaPath:"#/properties/host/required",keyword:"required",params:{missingProperty: "memory"},message:"must have required property '"+"memory"+"'"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data1.cpu === undefined){
const err16 = {instancePath:instancePath+"/host",schemaPath:"#/properties/host/required",keyword:"required",params:{missingProperty: "cpu"},message:"must have required property '"+"cpu"+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key1 in data1){
if(!((key1 === "memory") || (key1 === "cpu"))){
const err17 = {instancePath:instancePath+"/host",schemaPath:"#/properties/host/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data1.memory !== undefined){
let data2 = data1.memory;
if(typeof data2 === "string"){
if(!pattern17.test(data2)){
const err18 = {instancePath:instancePath+"/host/memory",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,9} ?[MG]iB?$"},message:"must match pattern \""+"^[0-9]{1,9} ?[MG]iB?$"+"\""};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/host/memory",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data1.cpu !== undefined){
let data3 = data1.cpu;
if((!((typeof data3 == "number") && (isFinite(data3)))) && (typeof data3 !== "string")){
const err20 = {instancePath:instancePath+"/host/cpu",schemaPath:"#/$defs/cpu/type",keyword:"type",params:{type: schema62.type},message:"must be number,string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 1024 || isNaN(data3)){
const err21 = {instancePath:instancePath+"/host/cpu",schemaPath:"#/$defs/cpu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024},message:"must be <= 1024"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data3 <= 0 || isNaN(data3)){
const err22 = {instancePath:instancePath+"/host/cpu",schemaPath:"#/$defs/cpu/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(typeof data3 === "string"){
if(!pattern18.test(data3)){
const err23 = {instancePath:instancePath+"/host/cpu",schemaPath:"#/$defs/cpu/pattern",keyword:"pattern",params:{pattern: "^([0-9]+m|[0-9]+(\\.[0-9]+)?)$"},message:"must match pattern \""+"^([0-9]+m|[0-9]+(\\.[0-9]+)?)$"+"\""};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
}
else {
const err24 = {instancePath:instancePath+"/host",schemaPath:"#/properties/host/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.sizing !== undefined){
let data4 = data.sizing;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.memory === undefined){
const err25 = {instancePath:instancePath+"/sizing",schemaPath:"#/properties/sizing/required",keyword:"required",params:{missingProperty: "memory"},message:"must have required property '"+"memory"+"'"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data4.cpu === undefined){
const err26 = {instancePath:instancePath+"/sizing",schemaPath:"#/properties/sizing/required",keyword:"required",params:{missingProperty: "cpu"},message:"must have required property '"+"cpu"+"'"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data4.cpuShares === undefined){
const err27 = {instancePath:instancePath+"/sizing",schemaPath:"#/properties/sizing/required",keyword:"required",params:{missingProperty: "cpuShares"},message:"must have required property '"+"cpuShares"+"'"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
for(const key2 in data4){
if(!(((key2 === "memory") || (key2 === "cpu")) || (key2 === "cpuShares"))){
const err28 = {instancePath:instancePath+"/sizing",schemaPath:"#/properties/sizing/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data4.memory !== undefined){
let data5 = data4.memory;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.start === undefined){
const err29 = {instancePath:instancePath+"/sizing/memory",schemaPath:"#/properties/sizing/properties/memory/required",keyword:"required",params:{missingProperty: "start"},message:"must have required property '"+"start"+"'"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data5.reservation === undefined){
const err30 = {instancePath:instancePath+"/sizing/memory",schemaPath:"#/properties/sizing/properties/memory/required",keyword:"required",params:{missingProperty: "reservation"},message:"must have required property '"+"reservation"+"'"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data5.step === undefined){
const err31 = {instancePath:instancePath+"/sizing/memory",schemaPath:"#/properties/sizing/properties/memory/required",keyword:"required",params:{missingProperty: "step"},message:"must have required property '"+"step"+"'"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data5.max === undefined){
const err32 = {instancePath:instancePath+"/sizing/memory",schemaPath:"#/properties/sizing/properties/memory/required",keyword:"required",params:{missingProperty: "max"},message:"must have required property '"+"max"+"'"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data5.scaleUpAbove === undefined){
const err33 = {instancePath:instancePath+"/sizing/memory",schemaPath:"#/properties/sizing/properties/memory/required",keyword:"required",params:{missingProperty: "scaleUpAbove"},message:"must have required property '"+"scaleUpAbove"+"'"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
for(const key3 in data5){
if(!(((((key3 === "start") || (key3 === "reservation")) || (key3 === "step")) || (key3 === "max")) || (key3 === "scaleUpAbove"))){
const err34 = {instancePath:instancePath+"/sizing/memory",schemaPath:"#/properties/sizing/properties/memory/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data5.start !== undefined){
let data6 = data5.start;
if(typeof data6 === "string"){
if(!pattern17.test(data6)){
const err35 = {instancePath:instancePath+"/sizing/memory/start",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,9} ?[MG]iB?$"},message:"must match pattern \""+"^[0-9]{1,9} ?[MG]iB?$"+"\""};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/sizing/memory/start",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data5.reservation !== undefined){
let data7 = data5.reservation;
if(typeof data7 === "string"){
if(!pattern17.test(data7)){
const err37 = {instancePath:instancePath+"/sizing/memory/reservation",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,9} ?[MG]iB?$"},message:"must match pattern \""+"^[0-9]{1,9} ?[MG]iB?$"+"\""};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/sizing/memory/reservation",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data5.step !== undefined){
let data8 = data5.step;
if(typeof data8 === "string"){
if(!pattern17.test(data8)){
const err39 = {instancePath:instancePath+"/sizing/memory/step",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,9} ?[MG]iB?$"},message:"must match pattern \""+"^[0-9]{1,9} ?[MG]iB?$"+"\""};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/sizing/memory/step",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data5.max !== undefined){
let data9 = data5.max;
if(typeof data9 === "string"){
if(!pattern17.test(data9)){
const err41 = {instancePath:instancePath+"/sizing/memory/max",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,9} ?[MG]iB?$"},message:"must match pattern \""+"^[0-9]{1,9} ?[MG]iB?$"+"\""};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/sizing/memory/max",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data5.scaleUpAbove !== undefined){
let data10 = data5.scaleUpAbove;
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 1 || isNaN(data10)){
const err43 = {instancePath:instancePath+"/sizing/memory/scaleUpAbove",schemaPath:"#/$defs/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err44 = {instancePath:instancePath+"/sizing/memory/scaleUpAbove",schemaPath:"#/$defs/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/sizing/memory/scaleUpAbove",schemaPath:"#/$defs/share/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath:instancePath+"/sizing/memory",schemaPath:"#/properties/sizing/properties/memory/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data4.cpu !== undefined){
let data11 = data4.cpu;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.base === undefined){
const err47 = {instancePath:instancePath+"/sizing/cpu",schemaPath:"#/properties/sizing/properties/cpu/required",keyword:"required",params:{missingProperty: "base"},message:"must have required property '"+"base"+"'"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data11.burst === undefined){
const err48 = {instancePath:instancePath+"/sizing/cpu",schemaPath:"#/properties/sizing/properties/cpu/required",keyword:"required",params:{missingProperty: "burst"},message:"must have required property '"+"burst"+"'"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
for(const key4 in data11){
if(!((key4 === "base") || (key4 === "burst"))){
const err49 = {instancePath:instancePath+"/sizing/cpu",schemaPath:"#/properties/sizing/properties/cpu/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data11.base !== undefined){
let data12 = data11.base;
if((!((typeof data12 == "number") && (isFinite(data12)))) && (typeof data12 !== "string")){
const err50 = {instancePath:instancePath+"/sizing/cpu/base",schemaPath:"#/$defs/cpu/type",keyword:"type",params:{type: schema62.type},message:"must be number,string"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 1024 || isNaN(data12)){
const err51 = {instancePath:instancePath+"/sizing/cpu/base",schemaPath:"#/$defs/cpu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024},message:"must be <= 1024"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data12 <= 0 || isNaN(data12)){
const err52 = {instancePath:instancePath+"/sizing/cpu/base",schemaPath:"#/$defs/cpu/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(typeof data12 === "string"){
if(!pattern18.test(data12)){
const err53 = {instancePath:instancePath+"/sizing/cpu/base",schemaPath:"#/$defs/cpu/pattern",keyword:"pattern",params:{pattern: "^([0-9]+m|[0-9]+(\\.[0-9]+)?)$"},message:"must match pattern \""+"^([0-9]+m|[0-9]+(\\.[0-9]+)?)$"+"\""};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
if(data11.burst !== undefined){
let data13 = data11.burst;
if((!((typeof data13 == "number") && (isFinite(data13)))) && (typeof data13 !== "string")){
const err54 = {instancePath:instancePath+"/sizing/cpu/burst",schemaPath:"#/$defs/cpu/type",keyword:"type",params:{type: schema62.type},message:"must be number,string"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 1024 || isNaN(data13)){
const err55 = {instancePath:instancePath+"/sizing/cpu/burst",schemaPath:"#/$defs/cpu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024},message:"must be <= 1024"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data13 <= 0 || isNaN(data13)){
const err56 = {instancePath:instancePath+"/sizing/cpu/burst",schemaPath:"#/$defs/cpu/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(typeof data13 === "string"){
if(!pattern18.test(data13)){
const err57 = {instancePath:instancePath+"/sizing/cpu/burst",schemaPath:"#/$defs/cpu/pattern",keyword:"pattern",params:{pattern: "^([0-9]+m|[0-9]+(\\.[0-9]+)?)$"},message:"must match pattern \""+"^([0-9]+m|[0-9]+(\\.[0-9]+)?)$"+"\""};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
}
else {
const err58 = {instancePath:instancePath+"/sizing/cpu",schemaPath:"#/properties/sizing/properties/cpu/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data4.cpuShares !== undefined){
let data14 = data4.cpuShares;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.critical === undefined){
const err59 = {instancePath:instancePath+"/sizing/cpuShares",schemaPath:"#/properties/sizing/properties/cpuShares/required",keyword:"required",params:{missingProperty: "critical"},message:"must have required property '"+"critical"+"'"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data14.high === undefined){
const err60 = {instancePath:instancePath+"/sizing/cpuShares",schemaPath:"#/properties/sizing/properties/cpuShares/required",keyword:"required",params:{missingProperty: "high"},message:"must have required property '"+"high"+"'"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data14.normal === undefined){
const err61 = {instancePath:instancePath+"/sizing/cpuShares",schemaPath:"#/properties/sizing/properties/cpuShares/required",keyword:"required",params:{missingProperty: "normal"},message:"must have required property '"+"normal"+"'"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data14.low === undefined){
const err62 = {instancePath:instancePath+"/sizing/cpuShares",schemaPath:"#/properties/sizing/properties/cpuShares/required",keyword:"required",params:{missingProperty: "low"},message:"must have required property '"+"low"+"'"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
for(const key5 in data14){
if(!((((key5 === "critical") || (key5 === "high")) || (key5 === "normal")) || (key5 === "low"))){
const err63 = {instancePath:instancePath+"/sizing/cpuShares",schemaPath:"#/properties/sizing/properties/cpuShares/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data14.critical !== undefined){
let data15 = data14.critical;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err64 = {instancePath:instancePath+"/sizing/cpuShares/critical",schemaPath:"#/properties/sizing/properties/cpuShares/properties/critical/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 262144 || isNaN(data15)){
const err65 = {instancePath:instancePath+"/sizing/cpuShares/critical",schemaPath:"#/properties/sizing/properties/cpuShares/properties/critical/maximum",keyword:"maximum",params:{comparison: "<=", limit: 262144},message:"must be <= 262144"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data15 < 2 || isNaN(data15)){
const err66 = {instancePath:instancePath+"/sizing/cpuShares/critical",schemaPath:"#/properties/sizing/properties/cpuShares/properties/critical/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
if(data14.high !== undefined){
let data16 = data14.high;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err67 = {instancePath:instancePath+"/sizing/cpuShares/high",schemaPath:"#/properties/sizing/properties/cpuShares/properties/high/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 262144 || isNaN(data16)){
const err68 = {instancePath:instancePath+"/sizing/cpuShares/high",schemaPath:"#/properties/sizing/properties/cpuShares/properties/high/maximum",keyword:"maximum",params:{comparison: "<=", limit: 262144},message:"must be <= 262144"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(data16 < 2 || isNaN(data16)){
const err69 = {instancePath:instancePath+"/sizing/cpuShares/high",schemaPath:"#/properties/sizing/properties/cpuShares/properties/high/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
if(data14.normal !== undefined){
let data17 = data14.normal;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err70 = {instancePath:instancePath+"/sizing/cpuShares/normal",schemaPath:"#/properties/sizing/properties/cpuShares/properties/normal/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 262144 || isNaN(data17)){
const err71 = {instancePath:instancePath+"/sizing/cpuShares/normal",schemaPath:"#/properties/sizing/properties/cpuShares/properties/normal/maximum",keyword:"maximum",params:{comparison: "<=", limit: 262144},message:"must be <= 262144"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(data17 < 2 || isNaN(data17)){
const err72 = {instancePath:instancePath+"/sizing/cpuShares/normal",schemaPath:"#/properties/sizing/properties/cpuShares/properties/normal/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
if(data14.low !== undefined){
let data18 = data14.low;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err73 = {instancePath:instancePath+"/sizing/cpuShares/low",schemaPath:"#/properties/sizing/properties/cpuShares/properties/low/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 262144 || isNaN(data18)){
const err74 = {instancePath:instancePath+"/sizing/cpuShares/low",schemaPath:"#/properties/sizing/properties/cpuShares/properties/low/maximum",keyword:"maximum",params:{comparison: "<=", limit: 262144},message:"must be <= 262144"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data18 < 2 || isNaN(data18)){
const err75 = {instancePath:instancePath+"/sizing/cpuShares/low",schemaPath:"#/properties/sizing/properties/cpuShares/properties/low/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
}
else {
const err76 = {instancePath:instancePath+"/sizing/cpuShares",schemaPath:"#/properties/sizing/properties/cpuShares/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
else {
const err77 = {instancePath:instancePath+"/sizing",schemaPath:"#/properties/sizing/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data.container !== undefined){
let data19 = data.container;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.stopTimeout === undefined){
const err78 = {instancePath:instancePath+"/container",schemaPath:"#/properties/container/required",keyword:"required",params:{missingProperty: "stopTimeout"},message:"must have required property '"+"stopTimeout"+"'"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(data19.tmpfs === undefined){
const err79 = {instancePath:instancePath+"/container",schemaPath:"#/properties/container/required",keyword:"required",params:{missingProperty: "tmpfs"},message:"must have required property '"+"tmpfs"+"'"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(data19.shm === undefined){
const err80 = {instancePath:instancePath+"/container",schemaPath:"#/properties/container/required",keyword:"required",params:{missingProperty: "shm"},message:"must have required property '"+"shm"+"'"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(data19.logMaxSize === undefined){
const err81 = {instancePath:instancePath+"/container",schemaPath:"#/properties/container/required",keyword:"required",params:{missingProperty: "logMaxSize"},message:"must have required property '"+"logMaxSize"+"'"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(data19.logMaxFiles === undefined){
const err82 = {instancePath:instancePath+"/container",schemaPath:"#/properties/container/required",keyword:"required",params:{missingProperty: "logMaxFiles"},message:"must have required property '"+"logMaxFiles"+"'"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(data19.openFiles === undefined){
const err83 = {instancePath:instancePath+"/container",schemaPath:"#/properties/container/required",keyword:"required",params:{missingProperty: "openFiles"},message:"must have required property '"+"openFiles"+"'"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
for(const key6 in data19){
if(!((((((key6 === "stopTimeout") || (key6 === "tmpfs")) || (key6 === "shm")) || (key6 === "logMaxSize")) || (key6 === "logMaxFiles")) || (key6 === "openFiles"))){
const err84 = {instancePath:instancePath+"/container",schemaPath:"#/properties/container/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data19.stopTimeout !== undefined){
let data20 = data19.stopTimeout;
if(typeof data20 === "string"){
if(!pattern27.test(data20)){
const err85 = {instancePath:instancePath+"/container/stopTimeout",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
else {
const err86 = {instancePath:instancePath+"/container/stopTimeout",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data19.tmpfs !== undefined){
let data21 = data19.tmpfs;
if(typeof data21 === "string"){
if(!pattern17.test(data21)){
const err87 = {instancePath:instancePath+"/container/tmpfs",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,9} ?[MG]iB?$"},message:"must match pattern \""+"^[0-9]{1,9} ?[MG]iB?$"+"\""};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
else {
const err88 = {instancePath:instancePath+"/container/tmpfs",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data19.shm !== undefined){
let data22 = data19.shm;
if(typeof data22 === "string"){
if(!pattern17.test(data22)){
const err89 = {instancePath:instancePath+"/container/shm",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,9} ?[MG]iB?$"},message:"must match pattern \""+"^[0-9]{1,9} ?[MG]iB?$"+"\""};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
else {
const err90 = {instancePath:instancePath+"/container/shm",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data19.logMaxSize !== undefined){
let data23 = data19.logMaxSize;
if(typeof data23 === "string"){
if(!pattern30.test(data23)){
const err91 = {instancePath:instancePath+"/container/logMaxSize",schemaPath:"#/properties/container/properties/logMaxSize/pattern",keyword:"pattern",params:{pattern: "^[0-9]+[km]$"},message:"must match pattern \""+"^[0-9]+[km]$"+"\""};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
else {
const err92 = {instancePath:instancePath+"/container/logMaxSize",schemaPath:"#/properties/container/properties/logMaxSize/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data19.logMaxFiles !== undefined){
let data24 = data19.logMaxFiles;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err93 = {instancePath:instancePath+"/container/logMaxFiles",schemaPath:"#/properties/container/properties/logMaxFiles/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 100 || isNaN(data24)){
const err94 = {instancePath:instancePath+"/container/logMaxFiles",schemaPath:"#/properties/container/properties/logMaxFiles/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(data24 < 1 || isNaN(data24)){
const err95 = {instancePath:instancePath+"/container/logMaxFiles",schemaPath:"#/properties/container/properties/logMaxFiles/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
}
if(data19.openFiles !== undefined){
let data25 = data19.openFiles;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
const err96 = {instancePath:instancePath+"/container/openFiles",schemaPath:"#/properties/container/properties/openFiles/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 > 1048576 || isNaN(data25)){
const err97 = {instancePath:instancePath+"/container/openFiles",schemaPath:"#/properties/container/properties/openFiles/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576},message:"must be <= 1048576"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(data25 < 64 || isNaN(data25)){
const err98 = {instancePath:instancePath+"/container/openFiles",schemaPath:"#/properties/container/properties/openFiles/minimum",keyword:"minimum",params:{comparison: ">=", limit: 64},message:"must be >= 64"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
}
}
else {
const err99 = {instancePath:instancePath+"/container",schemaPath:"#/properties/container/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data.pools !== undefined){
let data26 = data.pools;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.hot === undefined){
const err100 = {instancePath:instancePath+"/pools",schemaPath:"#/properties/pools/required",keyword:"required",params:{missingProperty: "hot"},message:"must have required property '"+"hot"+"'"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(data26.warm === undefined){
const err101 = {instancePath:instancePath+"/pools",schemaPath:"#/properties/pools/required",keyword:"required",params:{missingProperty: "warm"},message:"must have required property '"+"warm"+"'"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(data26.cold === undefined){
const err102 = {instancePath:instancePath+"/pools",schemaPath:"#/properties/pools/required",keyword:"required",params:{missingProperty: "cold"},message:"must have required property '"+"cold"+"'"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
for(const key7 in data26){
if(!(((key7 === "hot") || (key7 === "warm")) || (key7 === "cold"))){
const err103 = {instancePath:instancePath+"/pools",schemaPath:"#/properties/pools/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data26.hot !== undefined){
let data27 = data26.hot;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
if(data27.startWithin === undefined){
const err104 = {instancePath:instancePath+"/pools/hot",schemaPath:"#/properties/pools/properties/hot/required",keyword:"required",params:{missingProperty: "startWithin"},message:"must have required property '"+"startWithin"+"'"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
for(const key8 in data27){
if(!(key8 === "startWithin")){
const err105 = {instancePath:instancePath+"/pools/hot",schemaPath:"#/properties/pools/properties/hot/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data27.startWithin !== undefined){
let data28 = data27.startWithin;
if(typeof data28 === "string"){
if(!pattern27.test(data28)){
const err106 = {instancePath:instancePath+"/pools/hot/startWithin",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
else {
const err107 = {instancePath:instancePath+"/pools/hot/startWithin",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
}
else {
const err108 = {instancePath:instancePath+"/pools/hot",schemaPath:"#/properties/pools/properties/hot/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data26.warm !== undefined){
let data29 = data26.warm;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
if(data29.startWithin === undefined){
const err109 = {instancePath:instancePath+"/pools/warm",schemaPath:"#/properties/pools/properties/warm/required",keyword:"required",params:{missingProperty: "startWithin"},message:"must have required property '"+"startWithin"+"'"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
for(const key9 in data29){
if(!(key9 === "startWithin")){
const err110 = {instancePath:instancePath+"/pools/warm",schemaPath:"#/properties/pools/properties/warm/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data29.startWithin !== undefined){
let data30 = data29.startWithin;
if(typeof data30 === "string"){
if(!pattern27.test(data30)){
const err111 = {instancePath:instancePath+"/pools/warm/startWithin",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
else {
const err112 = {instancePath:instancePath+"/pools/warm/startWithin",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
}
else {
const err113 = {instancePath:instancePath+"/pools/warm",schemaPath:"#/properties/pools/properties/warm/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data26.cold !== undefined){
let data31 = data26.cold;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(data31.startWithin === undefined){
const err114 = {instancePath:instancePath+"/pools/cold",schemaPath:"#/properties/pools/properties/cold/required",keyword:"required",params:{missingProperty: "startWithin"},message:"must have required property '"+"startWithin"+"'"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
for(const key10 in data31){
if(!(key10 === "startWithin")){
const err115 = {instancePath:instancePath+"/pools/cold",schemaPath:"#/properties/pools/properties/cold/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
if(data31.startWithin !== undefined){
let data32 = data31.startWithin;
if(typeof data32 === "string"){
if(!pattern27.test(data32)){
const err116 = {instancePath:instancePath+"/pools/cold/startWithin",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
else {
const err117 = {instancePath:instancePath+"/pools/cold/startWithin",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
}
else {
const err118 = {instancePath:instancePath+"/pools/cold",schemaPath:"#/properties/pools/properties/cold/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
}
else {
const err119 = {instancePath:instancePath+"/pools",schemaPath:"#/properties/pools/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data.health !== undefined){
let data33 = data.health;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.livenessPath === undefined){
const err120 = {instancePath:instancePath+"/health",schemaPath:"#/properties/health/required",keyword:"required",params:{missingProperty: "livenessPath"},message:"must have required property '"+"livenessPath"+"'"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(data33.readinessPath === undefined){
const err121 = {instancePath:instancePath+"/health",schemaPath:"#/properties/health/required",keyword:"required",params:{missingProperty: "readinessPath"},message:"must have required property '"+"readinessPath"+"'"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
if(data33.docker === undefined){
const err122 = {instancePath:instancePath+"/health",schemaPath:"#/properties/health/required",keyword:"required",params:{missingProperty: "docker"},message:"must have required property '"+"docker"+"'"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(data33.consul === undefined){
const err123 = {instancePath:instancePath+"/health",schemaPath:"#/properties/health/required",keyword:"required",params:{missingProperty: "consul"},message:"must have required property '"+"consul"+"'"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
for(const key11 in data33){
if(!((((key11 === "livenessPath") || (key11 === "readinessPath")) || (key11 === "docker")) || (key11 === "consul"))){
const err124 = {instancePath:instancePath+"/health",schemaPath:"#/properties/health/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data33.livenessPath !== undefined){
let data34 = data33.livenessPath;
if(typeof data34 === "string"){
if(!pattern34.test(data34)){
const err125 = {instancePath:instancePath+"/health/livenessPath",schemaPath:"#/$defs/path/pattern",keyword:"pattern",params:{pattern: "^/[A-Za-z0-9/_.-]*$"},message:"must match pattern \""+"^/[A-Za-z0-9/_.-]*$"+"\""};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
else {
const err126 = {instancePath:instancePath+"/health/livenessPath",schemaPath:"#/$defs/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data33.readinessPath !== undefined){
let data35 = data33.readinessPath;
if(typeof data35 === "string"){
if(!pattern34.test(data35)){
const err127 = {instancePath:instancePath+"/health/readinessPath",schemaPath:"#/$defs/path/pattern",keyword:"pattern",params:{pattern: "^/[A-Za-z0-9/_.-]*$"},message:"must match pattern \""+"^/[A-Za-z0-9/_.-]*$"+"\""};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
else {
const err128 = {instancePath:instancePath+"/health/readinessPath",schemaPath:"#/$defs/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data33.docker !== undefined){
let data36 = data33.docker;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if(data36.startPeriod === undefined){
const err129 = {instancePath:instancePath+"/health/docker",schemaPath:"#/properties/health/properties/docker/required",keyword:"required",params:{missingProperty: "startPeriod"},message:"must have required property '"+"startPeriod"+"'"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if(data36.interval === undefined){
const err130 = {instancePath:instancePath+"/health/docker",schemaPath:"#/properties/health/properties/docker/required",keyword:"required",params:{missingProperty: "interval"},message:"must have required property '"+"interval"+"'"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if(data36.timeout === undefined){
const err131 = {instancePath:instancePath+"/health/docker",schemaPath:"#/properties/health/properties/docker/required",keyword:"required",params:{missingProperty: "timeout"},message:"must have required property '"+"timeout"+"'"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(data36.retries === undefined){
const err132 = {instancePath:instancePath+"/health/docker",schemaPath:"#/properties/health/properties/docker/required",keyword:"required",params:{missingProperty: "retries"},message:"must have required property '"+"retries"+"'"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
for(const key12 in data36){
if(!(((((key12 === "startPeriod") || (key12 === "interval")) || (key12 === "timeout")) || (key12 === "retries")) || (key12 === "startInterval"))){
const err133 = {instancePath:instancePath+"/health/docker",schemaPath:"#/properties/health/properties/docker/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data36.startPeriod !== undefined){
let data37 = data36.startPeriod;
if(typeof data37 === "string"){
if(!pattern27.test(data37)){
const err134 = {instancePath:instancePath+"/health/docker/startPeriod",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
else {
const err135 = {instancePath:instancePath+"/health/docker/startPeriod",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data36.interval !== undefined){
let data38 = data36.interval;
if(typeof data38 === "string"){
if(!pattern27.test(data38)){
const err136 = {instancePath:instancePath+"/health/docker/interval",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
else {
const err137 = {instancePath:instancePath+"/health/docker/interval",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data36.timeout !== undefined){
let data39 = data36.timeout;
if(typeof data39 === "string"){
if(!pattern27.test(data39)){
const err138 = {instancePath:instancePath+"/health/docker/timeout",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
else {
const err139 = {instancePath:instancePath+"/health/docker/timeout",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
if(data36.retries !== undefined){
let data40 = data36.retries;
if(!(((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40))) && (isFinite(data40)))){
const err140 = {instancePath:instancePath+"/health/docker/retries",schemaPath:"#/properties/health/properties/docker/properties/retries/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if((typeof data40 == "number") && (isFinite(data40))){
if(data40 > 20 || isNaN(data40)){
const err141 = {instancePath:instancePath+"/health/docker/retries",schemaPath:"#/properties/health/properties/docker/properties/retries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20},message:"must be <= 20"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if(data40 < 1 || isNaN(data40)){
const err142 = {instancePath:instancePath+"/health/docker/retries",schemaPath:"#/properties/health/properties/docker/properties/retries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
}
if(data36.startInterval !== undefined){
let data41 = data36.startInterval;
if(typeof data41 === "string"){
if(!pattern27.test(data41)){
const err143 = {instancePath:instancePath+"/health/docker/startInterval",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
else {
const err144 = {instancePath:instancePath+"/health/docker/startInterval",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
}
else {
const err145 = {instancePath:instancePath+"/health/docker",schemaPath:"#/properties/health/properties/docker/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data33.consul !== undefined){
let data42 = data33.consul;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(data42.interval === undefined){
const err146 = {instancePath:instancePath+"/health/consul",schemaPath:"#/properties/health/properties/consul/required",keyword:"required",params:{missingProperty: "interval"},message:"must have required property '"+"interval"+"'"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if(data42.timeout === undefined){
const err147 = {instancePath:instancePath+"/health/consul",schemaPath:"#/properties/health/properties/consul/required",keyword:"required",params:{missingProperty: "timeout"},message:"must have required property '"+"timeout"+"'"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
for(const key13 in data42){
if(!((key13 === "interval") || (key13 === "timeout"))){
const err148 = {instancePath:instancePath+"/health/consul",schemaPath:"#/properties/health/properties/consul/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
if(data42.interval !== undefined){
let data43 = data42.interval;
if(typeof data43 === "string"){
if(!pattern27.test(data43)){
const err149 = {instancePath:instancePath+"/health/consul/interval",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
else {
const err150 = {instancePath:instancePath+"/health/consul/interval",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
if(data42.timeout !== undefined){
let data44 = data42.timeout;
if(typeof data44 === "string"){
if(!pattern27.test(data44)){
const err151 = {instancePath:instancePath+"/health/consul/timeout",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
else {
const err152 = {instancePath:instancePath+"/health/consul/timeout",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
}
else {
const err153 = {instancePath:instancePath+"/health/consul",schemaPath:"#/properties/health/properties/consul/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
}
else {
const err154 = {instancePath:instancePath+"/health",schemaPath:"#/properties/health/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data.runtimes !== undefined){
let data45 = data.runtimes;
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
for(const key14 in data45){
const _errs129 = errors;
if(typeof key14 === "string"){
if(func1(key14) > 30){
const err155 = {instancePath:instancePath+"/runtimes",schemaPath:"#/$defs/runtime/maxLength",keyword:"maxLength",params:{limit: 30},message:"must NOT have more than 30 characters",propertyName:key14};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(!pattern7.test(key14)){
const err156 = {instancePath:instancePath+"/runtimes",schemaPath:"#/$defs/runtime/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*$"+"\"",propertyName:key14};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
else {
const err157 = {instancePath:instancePath+"/runtimes",schemaPath:"#/$defs/runtime/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key14};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
var valid37 = _errs129 === errors;
if(!valid37){
const err158 = {instancePath:instancePath+"/runtimes",schemaPath:"#/properties/runtimes/propertyNames",keyword:"propertyNames",params:{propertyName: key14},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
for(const key15 in data45){
let data46 = data45[key15];
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if(data46.commands === undefined){
const err159 = {instancePath:instancePath+"/runtimes/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/runtimes/additionalProperties/required",keyword:"required",params:{missingProperty: "commands"},message:"must have required property '"+"commands"+"'"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if(data46.check === undefined){
const err160 = {instancePath:instancePath+"/runtimes/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/runtimes/additionalProperties/required",keyword:"required",params:{missingProperty: "check"},message:"must have required property '"+"check"+"'"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
for(const key16 in data46){
if(!((key16 === "commands") || (key16 === "check"))){
const err161 = {instancePath:instancePath+"/runtimes/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/runtimes/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data46.commands !== undefined){
let data47 = data46.commands;
if(Array.isArray(data47)){
if(data47.length < 1){
const err162 = {instancePath:instancePath+"/runtimes/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/commands",schemaPath:"#/properties/runtimes/additionalProperties/properties/commands/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
const len0 = data47.length;
for(let i0=0; i0<len0; i0++){
let data48 = data47[i0];
if(typeof data48 === "string"){
if(func1(data48) > 500){
const err163 = {instancePath:instancePath+"/runtimes/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/commands/" + i0,schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
if(func1(data48) < 1){
const err164 = {instancePath:instancePath+"/runtimes/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/commands/" + i0,schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
else {
const err165 = {instancePath:instancePath+"/runtimes/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/commands/" + i0,schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
}
else {
const err166 = {instancePath:instancePath+"/runtimes/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/commands",schemaPath:"#/properties/runtimes/additionalProperties/properties/commands/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
if(data46.check !== undefined){
let data49 = data46.check;
if(Array.isArray(data49)){
if(data49.length < 1){
const err167 = {instancePath:instancePath+"/runtimes/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/check",schemaPath:"#/properties/runtimes/additionalProperties/properties/check/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
const len1 = data49.length;
for(let i1=0; i1<len1; i1++){
let data50 = data49[i1];
if(typeof data50 === "string"){
if(func1(data50) > 500){
const err168 = {instancePath:instancePath+"/runtimes/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/check/" + i1,schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
if(func1(data50) < 1){
const err169 = {instancePath:instancePath+"/runtimes/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/check/" + i1,schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
else {
const err170 = {instancePath:instancePath+"/runtimes/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/check/" + i1,schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
}
else {
const err171 = {instancePath:instancePath+"/runtimes/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/check",schemaPath:"#/properties/runtimes/additionalProperties/properties/check/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
}
else {
const err172 = {instancePath:instancePath+"/runtimes/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/runtimes/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
}
else {
const err173 = {instancePath:instancePath+"/runtimes",schemaPath:"#/properties/runtimes/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
if(data.routing !== undefined){
let data51 = data.routing;
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(data51.strategies === undefined){
const err174 = {instancePath:instancePath+"/routing",schemaPath:"#/properties/routing/required",keyword:"required",params:{missingProperty: "strategies"},message:"must have required property '"+"strategies"+"'"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
if(data51.classWeights === undefined){
const err175 = {instancePath:instancePath+"/routing",schemaPath:"#/properties/routing/required",keyword:"required",params:{missingProperty: "classWeights"},message:"must have required property '"+"classWeights"+"'"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
if(data51.router === undefined){
const err176 = {instancePath:instancePath+"/routing",schemaPath:"#/properties/routing/required",keyword:"required",params:{missingProperty: "router"},message:"must have required property '"+"router"+"'"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
if(data51.gateway === undefined){
const err177 = {instancePath:instancePath+"/routing",schemaPath:"#/properties/routing/required",keyword:"required",params:{missingProperty: "gateway"},message:"must have required property '"+"gateway"+"'"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
for(const key17 in data51){
if(!((((key17 === "strategies") || (key17 === "classWeights")) || (key17 === "router")) || (key17 === "gateway"))){
const err178 = {instancePath:instancePath+"/routing",schemaPath:"#/properties/routing/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
if(data51.strategies !== undefined){
let data52 = data51.strategies;
if(Array.isArray(data52)){
if(data52.length < 1){
const err179 = {instancePath:instancePath+"/routing/strategies",schemaPath:"#/properties/routing/properties/strategies/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
const len2 = data52.length;
for(let i2=0; i2<len2; i2++){
let data53 = data52[i2];
if(!((((data53 === "weighted_round_robin") || (data53 === "health_aware")) || (data53 === "capacity_based")) || (data53 === "latency_optimised"))){
const err180 = {instancePath:instancePath+"/routing/strategies/" + i2,schemaPath:"#/properties/routing/properties/strategies/items/enum",keyword:"enum",params:{allowedValues: schema60.properties.routing.properties.strategies.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
let i3 = data52.length;
let j0;
if(i3 > 1){
outer0:
for(;i3--;){
for(j0 = i3; j0--;){
if(func0(data52[i3], data52[j0])){
const err181 = {instancePath:instancePath+"/routing/strategies",schemaPath:"#/properties/routing/properties/strategies/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i3+" are identical)"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err182 = {instancePath:instancePath+"/routing/strategies",schemaPath:"#/properties/routing/properties/strategies/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
if(data51.classWeights !== undefined){
let data54 = data51.classWeights;
if(data54 && typeof data54 == "object" && !Array.isArray(data54)){
if(data54.high_performance === undefined){
const err183 = {instancePath:instancePath+"/routing/classWeights",schemaPath:"#/properties/routing/properties/classWeights/required",keyword:"required",params:{missingProperty: "high_performance"},message:"must have required property '"+"high_performance"+"'"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
if(data54.standard === undefined){
const err184 = {instancePath:instancePath+"/routing/classWeights",schemaPath:"#/properties/routing/properties/classWeights/required",keyword:"required",params:{missingProperty: "standard"},message:"must have required property '"+"standard"+"'"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
if(data54.specialized === undefined){
const err185 = {instancePath:instancePath+"/routing/classWeights",schemaPath:"#/properties/routing/properties/classWeights/required",keyword:"required",params:{missingProperty: "specialized"},message:"must have required property '"+"specialized"+"'"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
for(const key18 in data54){
if(!(((key18 === "high_performance") || (key18 === "standard")) || (key18 === "specialized"))){
const err186 = {instancePath:instancePath+"/routing/classWeights",schemaPath:"#/properties/routing/properties/classWeights/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
if(data54.high_performance !== undefined){
let data55 = data54.high_performance;
if((typeof data55 == "number") && (isFinite(data55))){
if(data55 > 1 || isNaN(data55)){
const err187 = {instancePath:instancePath+"/routing/classWeights/high_performance",schemaPath:"#/$defs/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if(data55 < 0 || isNaN(data55)){
const err188 = {instancePath:instancePath+"/routing/classWeights/high_performance",schemaPath:"#/$defs/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
else {
const err189 = {instancePath:instancePath+"/routing/classWeights/high_performance",schemaPath:"#/$defs/share/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
if(data54.standard !== undefined){
let data56 = data54.standard;
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 > 1 || isNaN(data56)){
const err190 = {instancePath:instancePath+"/routing/classWeights/standard",schemaPath:"#/$defs/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
if(data56 < 0 || isNaN(data56)){
const err191 = {instancePath:instancePath+"/routing/classWeights/standard",schemaPath:"#/$defs/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
else {
const err192 = {instancePath:instancePath+"/routing/classWeights/standard",schemaPath:"#/$defs/share/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
if(data54.specialized !== undefined){
let data57 = data54.specialized;
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 > 1 || isNaN(data57)){
const err193 = {instancePath:instancePath+"/routing/classWeights/specialized",schemaPath:"#/$defs/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
if(data57 < 0 || isNaN(data57)){
const err194 = {instancePath:instancePath+"/routing/classWeights/specialized",schemaPath:"#/$defs/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
else {
const err195 = {instancePath:instancePath+"/routing/classWeights/specialized",schemaPath:"#/$defs/share/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
}
else {
const err196 = {instancePath:instancePath+"/routing/classWeights",schemaPath:"#/properties/routing/properties/classWeights/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
if(data51.router !== undefined){
let data58 = data51.router;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(data58.perAgent === undefined){
const err197 = {instancePath:instancePath+"/routing/router",schemaPath:"#/properties/routing/properties/router/required",keyword:"required",params:{missingProperty: "perAgent"},message:"must have required property '"+"perAgent"+"'"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
if(data58.spillAbove === undefined){
const err198 = {instancePath:instancePath+"/routing/router",schemaPath:"#/properties/routing/properties/router/required",keyword:"required",params:{missingProperty: "spillAbove"},message:"must have required property '"+"spillAbove"+"'"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
if(data58.spareSlots === undefined){
const err199 = {instancePath:instancePath+"/routing/router",schemaPath:"#/properties/routing/properties/router/required",keyword:"required",params:{missingProperty: "spareSlots"},message:"must have required property '"+"spareSlots"+"'"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
if(data58.answerWithin === undefined){
const err200 = {instancePath:instancePath+"/routing/router",schemaPath:"#/properties/routing/properties/router/required",keyword:"required",params:{missingProperty: "answerWithin"},message:"must have required property '"+"answerWithin"+"'"};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
if(data58.check === undefined){
const err201 = {instancePath:instancePath+"/routing/router",schemaPath:"#/properties/routing/properties/router/required",keyword:"required",params:{missingProperty: "check"},message:"must have required property '"+"check"+"'"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
for(const key19 in data58){
if(!(((((key19 === "perAgent") || (key19 === "spillAbove")) || (key19 === "spareSlots")) || (key19 === "answerWithin")) || (key19 === "check"))){
const err202 = {instancePath:instancePath+"/routing/router",schemaPath:"#/properties/routing/properties/router/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
if(data58.perAgent !== undefined){
let data59 = data58.perAgent;
if(!(((typeof data59 == "number") && (!(data59 % 1) && !isNaN(data59))) && (isFinite(data59)))){
const err203 = {instancePath:instancePath+"/routing/router/perAgent",schemaPath:"#/$defs/atOnce/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
if((typeof data59 == "number") && (isFinite(data59))){
if(data59 > 10000 || isNaN(data59)){
const err204 = {instancePath:instancePath+"/routing/router/perAgent",schemaPath:"#/$defs/atOnce/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
if(data59 < 1 || isNaN(data59)){
const err205 = {instancePath:instancePath+"/routing/router/perAgent",schemaPath:"#/$defs/atOnce/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
}
if(data58.spillAbove !== undefined){
let data60 = data58.spillAbove;
if(!(((typeof data60 == "number") && (!(data60 % 1) && !isNaN(data60))) && (isFinite(data60)))){
const err206 = {instancePath:instancePath+"/routing/router/spillAbove",schemaPath:"#/properties/routing/properties/router/properties/spillAbove/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
if((typeof data60 == "number") && (isFinite(data60))){
if(data60 < 1 || isNaN(data60)){
const err207 = {instancePath:instancePath+"/routing/router/spillAbove",schemaPath:"#/properties/routing/properties/router/properties/spillAbove/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
}
if(data58.spareSlots !== undefined){
let data61 = data58.spareSlots;
if(!(((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61))) && (isFinite(data61)))){
const err208 = {instancePath:instancePath+"/routing/router/spareSlots",schemaPath:"#/properties/routing/properties/router/properties/spareSlots/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
if((typeof data61 == "number") && (isFinite(data61))){
if(data61 > 1000 || isNaN(data61)){
const err209 = {instancePath:instancePath+"/routing/router/spareSlots",schemaPath:"#/properties/routing/properties/router/properties/spareSlots/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
if(data61 < 1 || isNaN(data61)){
const err210 = {instancePath:instancePath+"/routing/router/spareSlots",schemaPath:"#/properties/routing/properties/router/properties/spareSlots/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
}
if(data58.answerWithin !== undefined){
let data62 = data58.answerWithin;
if(typeof data62 === "string"){
if(!pattern27.test(data62)){
const err211 = {instancePath:instancePath+"/routing/router/answerWithin",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
else {
const err212 = {instancePath:instancePath+"/routing/router/answerWithin",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
if(data58.check !== undefined){
let data63 = data58.check;
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
if(data63.interval === undefined){
const err213 = {instancePath:instancePath+"/routing/router/check",schemaPath:"#/properties/routing/properties/router/properties/check/required",keyword:"required",params:{missingProperty: "interval"},message:"must have required property '"+"interval"+"'"};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
if(data63.recheck === undefined){
const err214 = {instancePath:instancePath+"/routing/router/check",schemaPath:"#/properties/routing/properties/router/properties/check/required",keyword:"required",params:{missingProperty: "recheck"},message:"must have required property '"+"recheck"+"'"};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
if(data63.timeout === undefined){
const err215 = {instancePath:instancePath+"/routing/router/check",schemaPath:"#/properties/routing/properties/router/properties/check/required",keyword:"required",params:{missingProperty: "timeout"},message:"must have required property '"+"timeout"+"'"};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
if(data63.failures === undefined){
const err216 = {instancePath:instancePath+"/routing/router/check",schemaPath:"#/properties/routing/properties/router/properties/check/required",keyword:"required",params:{missingProperty: "failures"},message:"must have required property '"+"failures"+"'"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
if(data63.successes === undefined){
const err217 = {instancePath:instancePath+"/routing/router/check",schemaPath:"#/properties/routing/properties/router/properties/check/required",keyword:"required",params:{missingProperty: "successes"},message:"must have required property '"+"successes"+"'"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
for(const key20 in data63){
if(!(((((key20 === "interval") || (key20 === "recheck")) || (key20 === "timeout")) || (key20 === "failures")) || (key20 === "successes"))){
const err218 = {instancePath:instancePath+"/routing/router/check",schemaPath:"#/properties/routing/properties/router/properties/check/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
if(data63.interval !== undefined){
let data64 = data63.interval;
if(typeof data64 === "string"){
if(!pattern27.test(data64)){
const err219 = {instancePath:instancePath+"/routing/router/check/interval",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
else {
const err220 = {instancePath:instancePath+"/routing/router/check/interval",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
if(data63.recheck !== undefined){
let data65 = data63.recheck;
if(typeof data65 === "string"){
if(!pattern27.test(data65)){
const err221 = {instancePath:instancePath+"/routing/router/check/recheck",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
else {
const err222 = {instancePath:instancePath+"/routing/router/check/recheck",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
if(data63.timeout !== undefined){
let data66 = data63.timeout;
if(typeof data66 === "string"){
if(!pattern27.test(data66)){
const err223 = {instancePath:instancePath+"/routing/router/check/timeout",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
else {
const err224 = {instancePath:instancePath+"/routing/router/check/timeout",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
if(data63.failures !== undefined){
let data67 = data63.failures;
if(!(((typeof data67 == "number") && (!(data67 % 1) && !isNaN(data67))) && (isFinite(data67)))){
const err225 = {instancePath:instancePath+"/routing/router/check/failures",schemaPath:"#/$defs/inARow/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
if((typeof data67 == "number") && (isFinite(data67))){
if(data67 > 100 || isNaN(data67)){
const err226 = {instancePath:instancePath+"/routing/router/check/failures",schemaPath:"#/$defs/inARow/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
if(data67 < 1 || isNaN(data67)){
const err227 = {instancePath:instancePath+"/routing/router/check/failures",schemaPath:"#/$defs/inARow/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
}
if(data63.successes !== undefined){
let data68 = data63.successes;
if(!(((typeof data68 == "number") && (!(data68 % 1) && !isNaN(data68))) && (isFinite(data68)))){
const err228 = {instancePath:instancePath+"/routing/router/check/successes",schemaPath:"#/$defs/inARow/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
if((typeof data68 == "number") && (isFinite(data68))){
if(data68 > 100 || isNaN(data68)){
const err229 = {instancePath:instancePath+"/routing/router/check/successes",schemaPath:"#/$defs/inARow/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
if(data68 < 1 || isNaN(data68)){
const err230 = {instancePath:instancePath+"/routing/router/check/successes",schemaPath:"#/$defs/inARow/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
}
}
else {
const err231 = {instancePath:instancePath+"/routing/router/check",schemaPath:"#/properties/routing/properties/router/properties/check/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
}
else {
const err232 = {instancePath:instancePath+"/routing/router",schemaPath:"#/properties/routing/properties/router/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
if(data51.gateway !== undefined){
let data69 = data51.gateway;
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
if(data69.perModel === undefined){
const err233 = {instancePath:instancePath+"/routing/gateway",schemaPath:"#/properties/routing/properties/gateway/required",keyword:"required",params:{missingProperty: "perModel"},message:"must have required property '"+"perModel"+"'"};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
if(data69.answerWithin === undefined){
const err234 = {instancePath:instancePath+"/routing/gateway",schemaPath:"#/properties/routing/properties/gateway/required",keyword:"required",params:{missingProperty: "answerWithin"},message:"must have required property '"+"answerWithin"+"'"};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
if(data69.check === undefined){
const err235 = {instancePath:instancePath+"/routing/gateway",schemaPath:"#/properties/routing/properties/gateway/required",keyword:"required",params:{missingProperty: "check"},message:"must have required property '"+"check"+"'"};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
if(data69.breaker === undefined){
const err236 = {instancePath:instancePath+"/routing/gateway",schemaPath:"#/properties/routing/properties/gateway/required",keyword:"required",params:{missingProperty: "breaker"},message:"must have required property '"+"breaker"+"'"};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
for(const key21 in data69){
if(!((((key21 === "perModel") || (key21 === "answerWithin")) || (key21 === "check")) || (key21 === "breaker"))){
const err237 = {instancePath:instancePath+"/routing/gateway",schemaPath:"#/properties/routing/properties/gateway/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
if(data69.perModel !== undefined){
let data70 = data69.perModel;
if(!(((typeof data70 == "number") && (!(data70 % 1) && !isNaN(data70))) && (isFinite(data70)))){
const err238 = {instancePath:instancePath+"/routing/gateway/perModel",schemaPath:"#/$defs/atOnce/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
if((typeof data70 == "number") && (isFinite(data70))){
if(data70 > 10000 || isNaN(data70)){
const err239 = {instancePath:instancePath+"/routing/gateway/perModel",schemaPath:"#/$defs/atOnce/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000"};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
if(data70 < 1 || isNaN(data70)){
const err240 = {instancePath:instancePath+"/routing/gateway/perModel",schemaPath:"#/$defs/atOnce/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
}
if(data69.answerWithin !== undefined){
let data71 = data69.answerWithin;
if(typeof data71 === "string"){
if(!pattern27.test(data71)){
const err241 = {instancePath:instancePath+"/routing/gateway/answerWithin",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
else {
const err242 = {instancePath:instancePath+"/routing/gateway/answerWithin",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
}
if(data69.check !== undefined){
let data72 = data69.check;
if(data72 && typeof data72 == "object" && !Array.isArray(data72)){
if(data72.interval === undefined){
const err243 = {instancePath:instancePath+"/routing/gateway/check",schemaPath:"#/properties/routing/properties/gateway/properties/check/required",keyword:"required",params:{missingProperty: "interval"},message:"must have required property '"+"interval"+"'"};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
if(data72.timeout === undefined){
const err244 = {instancePath:instancePath+"/routing/gateway/check",schemaPath:"#/properties/routing/properties/gateway/properties/check/required",keyword:"required",params:{missingProperty: "timeout"},message:"must have required property '"+"timeout"+"'"};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
for(const key22 in data72){
if(!((key22 === "interval") || (key22 === "timeout"))){
const err245 = {instancePath:instancePath+"/routing/gateway/check",schemaPath:"#/properties/routing/properties/gateway/properties/check/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
if(data72.interval !== undefined){
let data73 = data72.interval;
if(typeof data73 === "string"){
if(!pattern27.test(data73)){
const err246 = {instancePath:instancePath+"/routing/gateway/check/interval",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
else {
const err247 = {instancePath:instancePath+"/routing/gateway/check/interval",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
if(data72.timeout !== undefined){
let data74 = data72.timeout;
if(typeof data74 === "string"){
if(!pattern27.test(data74)){
const err248 = {instancePath:instancePath+"/routing/gateway/check/timeout",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
else {
const err249 = {instancePath:instancePath+"/routing/gateway/check/timeout",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
}
}
else {
const err250 = {instancePath:instancePath+"/routing/gateway/check",schemaPath:"#/properties/routing/properties/gateway/properties/check/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
if(data69.breaker !== undefined){
let data75 = data69.breaker;
if(data75 && typeof data75 == "object" && !Array.isArray(data75)){
if(data75.failures === undefined){
const err251 = {instancePath:instancePath+"/routing/gateway/breaker",schemaPath:"#/properties/routing/properties/gateway/properties/breaker/required",keyword:"required",params:{missingProperty: "failures"},message:"must have required property '"+"failures"+"'"};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
if(data75.probeEvery === undefined){
const err252 = {instancePath:instancePath+"/routing/gateway/breaker",schemaPath:"#/properties/routing/properties/gateway/properties/breaker/required",keyword:"required",params:{missingProperty: "probeEvery"},message:"must have required property '"+"probeEvery"+"'"};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
if(data75.successes === undefined){
const err253 = {instancePath:instancePath+"/routing/gateway/breaker",schemaPath:"#/properties/routing/properties/gateway/properties/breaker/required",keyword:"required",params:{missingProperty: "successes"},message:"must have required property '"+"successes"+"'"};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
for(const key23 in data75){
if(!(((key23 === "failures") || (key23 === "probeEvery")) || (key23 === "successes"))){
const err254 = {instancePath:instancePath+"/routing/gateway/breaker",schemaPath:"#/properties/routing/properties/gateway/properties/breaker/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
}
if(data75.failures !== undefined){
let data76 = data75.failures;
if(!(((typeof data76 == "number") && (!(data76 % 1) && !isNaN(data76))) && (isFinite(data76)))){
const err255 = {instancePath:instancePath+"/routing/gateway/breaker/failures",schemaPath:"#/$defs/inARow/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
if((typeof data76 == "number") && (isFinite(data76))){
if(data76 > 100 || isNaN(data76)){
const err256 = {instancePath:instancePath+"/routing/gateway/breaker/failures",schemaPath:"#/$defs/inARow/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
if(data76 < 1 || isNaN(data76)){
const err257 = {instancePath:instancePath+"/routing/gateway/breaker/failures",schemaPath:"#/$defs/inARow/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
}
if(data75.probeEvery !== undefined){
let data77 = data75.probeEvery;
if(typeof data77 === "string"){
if(!pattern27.test(data77)){
const err258 = {instancePath:instancePath+"/routing/gateway/breaker/probeEvery",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
}
else {
const err259 = {instancePath:instancePath+"/routing/gateway/breaker/probeEvery",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
}
if(data75.successes !== undefined){
let data78 = data75.successes;
if(!(((typeof data78 == "number") && (!(data78 % 1) && !isNaN(data78))) && (isFinite(data78)))){
const err260 = {instancePath:instancePath+"/routing/gateway/breaker/successes",schemaPath:"#/$defs/inARow/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
if((typeof data78 == "number") && (isFinite(data78))){
if(data78 > 100 || isNaN(data78)){
const err261 = {instancePath:instancePath+"/routing/gateway/breaker/successes",schemaPath:"#/$defs/inARow/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
if(data78 < 1 || isNaN(data78)){
const err262 = {instancePath:instancePath+"/routing/gateway/breaker/successes",schemaPath:"#/$defs/inARow/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
}
}
}
else {
const err263 = {instancePath:instancePath+"/routing/gateway/breaker",schemaPath:"#/properties/routing/properties/gateway/properties/breaker/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
}
}
else {
const err264 = {instancePath:instancePath+"/routing/gateway",schemaPath:"#/properties/routing/properties/gateway/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
}
}
else {
const err265 = {instancePath:instancePath+"/routing",schemaPath:"#/properties/routing/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
}
if(data.agent !== undefined){
let data79 = data.agent;
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
if(data79.waiting === undefined){
const err266 = {instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/required",keyword:"required",params:{missingProperty: "waiting"},message:"must have required property '"+"waiting"+"'"};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
if(data79.modelWithin === undefined){
const err267 = {instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/required",keyword:"required",params:{missingProperty: "modelWithin"},message:"must have required property '"+"modelWithin"+"'"};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
if(data79.brokerAway === undefined){
const err268 = {instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/required",keyword:"required",params:{missingProperty: "brokerAway"},message:"must have required property '"+"brokerAway"+"'"};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
if(data79.overflowEvery === undefined){
const err269 = {instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/required",keyword:"required",params:{missingProperty: "overflowEvery"},message:"must have required property '"+"overflowEvery"+"'"};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
if(data79.linger === undefined){
const err270 = {instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/required",keyword:"required",params:{missingProperty: "linger"},message:"must have required property '"+"linger"+"'"};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
if(data79.stopMargin === undefined){
const err271 = {instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/required",keyword:"required",params:{missingProperty: "stopMargin"},message:"must have required property '"+"stopMargin"+"'"};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
if(data79.heapShare === undefined){
const err272 = {instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/required",keyword:"required",params:{missingProperty: "heapShare"},message:"must have required property '"+"heapShare"+"'"};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
for(const key24 in data79){
if(!(((((((key24 === "waiting") || (key24 === "modelWithin")) || (key24 === "brokerAway")) || (key24 === "overflowEvery")) || (key24 === "linger")) || (key24 === "stopMargin")) || (key24 === "heapShare"))){
const err273 = {instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
}
if(data79.waiting !== undefined){
let data80 = data79.waiting;
if(!(((typeof data80 == "number") && (!(data80 % 1) && !isNaN(data80))) && (isFinite(data80)))){
const err274 = {instancePath:instancePath+"/agent/waiting",schemaPath:"#/properties/agent/properties/waiting/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
if((typeof data80 == "number") && (isFinite(data80))){
if(data80 > 10000 || isNaN(data80)){
const err275 = {instancePath:instancePath+"/agent/waiting",schemaPath:"#/properties/agent/properties/waiting/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000"};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
if(data80 < 0 || isNaN(data80)){
const err276 = {instancePath:instancePath+"/agent/waiting",schemaPath:"#/properties/agent/properties/waiting/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
}
}
if(data79.modelWithin !== undefined){
let data81 = data79.modelWithin;
if(typeof data81 === "string"){
if(!pattern27.test(data81)){
const err277 = {instancePath:instancePath+"/agent/modelWithin",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
}
else {
const err278 = {instancePath:instancePath+"/agent/modelWithin",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
}
if(data79.brokerAway !== undefined){
let data82 = data79.brokerAway;
if(typeof data82 === "string"){
if(!pattern27.test(data82)){
const err279 = {instancePath:instancePath+"/agent/brokerAway",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
}
else {
const err280 = {instancePath:instancePath+"/agent/brokerAway",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
}
if(data79.overflowEvery !== undefined){
let data83 = data79.overflowEvery;
if(typeof data83 === "string"){
if(!pattern27.test(data83)){
const err281 = {instancePath:instancePath+"/agent/overflowEvery",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
}
else {
const err282 = {instancePath:instancePath+"/agent/overflowEvery",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
}
if(data79.linger !== undefined){
let data84 = data79.linger;
if(typeof data84 === "string"){
if(!pattern27.test(data84)){
const err283 = {instancePath:instancePath+"/agent/linger",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
}
else {
const err284 = {instancePath:instancePath+"/agent/linger",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
}
if(data79.stopMargin !== undefined){
let data85 = data79.stopMargin;
if(typeof data85 === "string"){
if(!pattern27.test(data85)){
const err285 = {instancePath:instancePath+"/agent/stopMargin",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
}
else {
const err286 = {instancePath:instancePath+"/agent/stopMargin",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
}
if(data79.heapShare !== undefined){
let data86 = data79.heapShare;
if((typeof data86 == "number") && (isFinite(data86))){
if(data86 > 1 || isNaN(data86)){
const err287 = {instancePath:instancePath+"/agent/heapShare",schemaPath:"#/$defs/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
if(data86 < 0 || isNaN(data86)){
const err288 = {instancePath:instancePath+"/agent/heapShare",schemaPath:"#/$defs/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
}
else {
const err289 = {instancePath:instancePath+"/agent/heapShare",schemaPath:"#/$defs/share/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
}
}
else {
const err290 = {instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
}
if(data.queue !== undefined){
let data87 = data.queue;
if(data87 && typeof data87 == "object" && !Array.isArray(data87)){
if(data87.maxLength === undefined){
const err291 = {instancePath:instancePath+"/queue",schemaPath:"#/properties/queue/required",keyword:"required",params:{missingProperty: "maxLength"},message:"must have required property '"+"maxLength"+"'"};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
if(data87.timeout === undefined){
const err292 = {instancePath:instancePath+"/queue",schemaPath:"#/properties/queue/required",keyword:"required",params:{missingProperty: "timeout"},message:"must have required property '"+"timeout"+"'"};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
if(data87.priorities === undefined){
const err293 = {instancePath:instancePath+"/queue",schemaPath:"#/properties/queue/required",keyword:"required",params:{missingProperty: "priorities"},message:"must have required property '"+"priorities"+"'"};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
if(data87.overflow === undefined){
const err294 = {instancePath:instancePath+"/queue",schemaPath:"#/properties/queue/required",keyword:"required",params:{missingProperty: "overflow"},message:"must have required property '"+"overflow"+"'"};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
if(data87.retries === undefined){
const err295 = {instancePath:instancePath+"/queue",schemaPath:"#/properties/queue/required",keyword:"required",params:{missingProperty: "retries"},message:"must have required property '"+"retries"+"'"};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
if(data87.deadLetter === undefined){
const err296 = {instancePath:instancePath+"/queue",schemaPath:"#/properties/queue/required",keyword:"required",params:{missingProperty: "deadLetter"},message:"must have required property '"+"deadLetter"+"'"};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
for(const key25 in data87){
if(!((((((key25 === "maxLength") || (key25 === "timeout")) || (key25 === "priorities")) || (key25 === "overflow")) || (key25 === "retries")) || (key25 === "deadLetter"))){
const err297 = {instancePath:instancePath+"/queue",schemaPath:"#/properties/queue/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
}
if(data87.maxLength !== undefined){
let data88 = data87.maxLength;
if(!(((typeof data88 == "number") && (!(data88 % 1) && !isNaN(data88))) && (isFinite(data88)))){
const err298 = {instancePath:instancePath+"/queue/maxLength",schemaPath:"#/properties/queue/properties/maxLength/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
if((typeof data88 == "number") && (isFinite(data88))){
if(data88 < 1 || isNaN(data88)){
const err299 = {instancePath:instancePath+"/queue/maxLength",schemaPath:"#/properties/queue/properties/maxLength/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
}
}
if(data87.timeout !== undefined){
let data89 = data87.timeout;
if(typeof data89 === "string"){
if(!pattern27.test(data89)){
const err300 = {instancePath:instancePath+"/queue/timeout",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
}
else {
const err301 = {instancePath:instancePath+"/queue/timeout",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
}
if(data87.priorities !== undefined){
let data90 = data87.priorities;
if(Array.isArray(data90)){
if(data90.length < 1){
const err302 = {instancePath:instancePath+"/queue/priorities",schemaPath:"#/properties/queue/properties/priorities/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
const len3 = data90.length;
for(let i4=0; i4<len3; i4++){
let data91 = data90[i4];
if(typeof data91 === "string"){
if(func1(data91) > 63){
const err303 = {instancePath:instancePath+"/queue/priorities/" + i4,schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
if(!pattern4.test(data91)){
const err304 = {instancePath:instancePath+"/queue/priorities/" + i4,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
}
else {
const err305 = {instancePath:instancePath+"/queue/priorities/" + i4,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
}
let i5 = data90.length;
let j1;
if(i5 > 1){
outer1:
for(;i5--;){
for(j1 = i5; j1--;){
if(func0(data90[i5], data90[j1])){
const err306 = {instancePath:instancePath+"/queue/priorities",schemaPath:"#/properties/queue/properties/priorities/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i5+" are identical)"};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
break outer1;
}
}
}
}
}
else {
const err307 = {instancePath:instancePath+"/queue/priorities",schemaPath:"#/properties/queue/properties/priorities/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
}
if(data87.overflow !== undefined){
if("available-agent" !== data87.overflow){
const err308 = {instancePath:instancePath+"/queue/overflow",schemaPath:"#/properties/queue/properties/overflow/const",keyword:"const",params:{allowedValue: "available-agent"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
}
if(data87.retries !== undefined){
let data93 = data87.retries;
if(!(((typeof data93 == "number") && (!(data93 % 1) && !isNaN(data93))) && (isFinite(data93)))){
const err309 = {instancePath:instancePath+"/queue/retries",schemaPath:"#/properties/queue/properties/retries/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
if((typeof data93 == "number") && (isFinite(data93))){
if(data93 > 100 || isNaN(data93)){
const err310 = {instancePath:instancePath+"/queue/retries",schemaPath:"#/properties/queue/properties/retries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
if(data93 < 0 || isNaN(data93)){
const err311 = {instancePath:instancePath+"/queue/retries",schemaPath:"#/properties/queue/properties/retries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
}
}
if(data87.deadLetter !== undefined){
if(typeof data87.deadLetter !== "boolean"){
const err312 = {instancePath:instancePath+"/queue/deadLetter",schemaPath:"#/properties/queue/properties/deadLetter/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
}
}
else {
const err313 = {instancePath:instancePath+"/queue",schemaPath:"#/properties/queue/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
}
if(data.kpis !== undefined){
let data95 = data.kpis;
if(data95 && typeof data95 == "object" && !Array.isArray(data95)){
if(data95.agentUtilisation === undefined){
const err314 = {instancePath:instancePath+"/kpis",schemaPath:"#/properties/kpis/required",keyword:"required",params:{missingProperty: "agentUtilisation"},message:"must have required property '"+"agentUtilisation"+"'"};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
if(data95.responseTime === undefined){
const err315 = {instancePath:instancePath+"/kpis",schemaPath:"#/properties/kpis/required",keyword:"required",params:{missingProperty: "responseTime"},message:"must have required property '"+"responseTime"+"'"};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
if(data95.throughput === undefined){
const err316 = {instancePath:instancePath+"/kpis",schemaPath:"#/properties/kpis/required",keyword:"required",params:{missingProperty: "throughput"},message:"must have required property '"+"throughput"+"'"};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
if(data95.memoryEfficiency === undefined){
const err317 = {instancePath:instancePath+"/kpis",schemaPath:"#/properties/kpis/required",keyword:"required",params:{missingProperty: "memoryEfficiency"},message:"must have required property '"+"memoryEfficiency"+"'"};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
if(data95.errors === undefined){
const err318 = {instancePath:instancePath+"/kpis",schemaPath:"#/properties/kpis/required",keyword:"required",params:{missingProperty: "errors"},message:"must have required property '"+"errors"+"'"};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
if(data95.healthChecksPassing === undefined){
const err319 = {instancePath:instancePath+"/kpis",schemaPath:"#/properties/kpis/required",keyword:"required",params:{missingProperty: "healthChecksPassing"},message:"must have required property '"+"healthChecksPassing"+"'"};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
for(const key26 in data95){
if(!((((((key26 === "agentUtilisation") || (key26 === "responseTime")) || (key26 === "throughput")) || (key26 === "memoryEfficiency")) || (key26 === "errors")) || (key26 === "healthChecksPassing"))){
const err320 = {instancePath:instancePath+"/kpis",schemaPath:"#/properties/kpis/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
}
}
if(data95.agentUtilisation !== undefined){
if(!(validate28(data95.agentUtilisation, {instancePath:instancePath+"/kpis/agentUtilisation",parentData:data95,parentDataProperty:"agentUtilisation",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data95.responseTime !== undefined){
let data97 = data95.responseTime;
if(data97 && typeof data97 == "object" && !Array.isArray(data97)){
if(data97.below === undefined){
const err321 = {instancePath:instancePath+"/kpis/responseTime",schemaPath:"#/properties/kpis/properties/responseTime/required",keyword:"required",params:{missingProperty: "below"},message:"must have required property '"+"below"+"'"};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
for(const key27 in data97){
if(!(key27 === "below")){
const err322 = {instancePath:instancePath+"/kpis/responseTime",schemaPath:"#/properties/kpis/properties/responseTime/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key27},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err322];
}
else {
vErrors.push(err322);
}
errors++;
}
}
if(data97.below !== undefined){
let data98 = data97.below;
if(typeof data98 === "string"){
if(!pattern27.test(data98)){
const err323 = {instancePath:instancePath+"/kpis/responseTime/below",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
}
else {
const err324 = {instancePath:instancePath+"/kpis/responseTime/below",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err324];
}
else {
vErrors.push(err324);
}
errors++;
}
}
}
else {
const err325 = {instancePath:instancePath+"/kpis/responseTime",schemaPath:"#/properties/kpis/properties/responseTime/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
}
if(data95.throughput !== undefined){
let data99 = data95.throughput;
if(data99 && typeof data99 == "object" && !Array.isArray(data99)){
if(data99.above === undefined){
const err326 = {instancePath:instancePath+"/kpis/throughput",schemaPath:"#/$defs/abovePerMinute/required",keyword:"required",params:{missingProperty: "above"},message:"must have required property '"+"above"+"'"};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
for(const key28 in data99){
if(!(key28 === "above")){
const err327 = {instancePath:instancePath+"/kpis/throughput",schemaPath:"#/$defs/abovePerMinute/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
}
}
if(data99.above !== undefined){
let data100 = data99.above;
if((typeof data100 == "number") && (isFinite(data100))){
if(data100 <= 0 || isNaN(data100)){
const err328 = {instancePath:instancePath+"/kpis/throughput/above",schemaPath:"#/$defs/abovePerMinute/properties/above/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err328];
}
else {
vErrors.push(err328);
}
errors++;
}
}
else {
const err329 = {instancePath:instancePath+"/kpis/throughput/above",schemaPath:"#/$defs/abovePerMinute/properties/above/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
}
}
else {
const err330 = {instancePath:instancePath+"/kpis/throughput",schemaPath:"#/$defs/abovePerMinute/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
}
if(data95.memoryEfficiency !== undefined){
if(!(validate28(data95.memoryEfficiency, {instancePath:instancePath+"/kpis/memoryEfficiency",parentData:data95,parentDataProperty:"memoryEfficiency",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data95.errors !== undefined){
let data102 = data95.errors;
if(data102 && typeof data102 == "object" && !Array.isArray(data102)){
if(data102.below === undefined){
const err331 = {instancePath:instancePath+"/kpis/errors",schemaPath:"#/properties/kpis/properties/errors/required",keyword:"required",params:{missingProperty: "below"},message:"must have required property '"+"below"+"'"};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
for(const key29 in data102){
if(!(key29 === "below")){
const err332 = {instancePath:instancePath+"/kpis/errors",schemaPath:"#/properties/kpis/properties/errors/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err332];
}
else {
vErrors.push(err332);
}
errors++;
}
}
if(data102.below !== undefined){
let data103 = data102.below;
if((typeof data103 == "number") && (isFinite(data103))){
if(data103 > 1 || isNaN(data103)){
const err333 = {instancePath:instancePath+"/kpis/errors/below",schemaPath:"#/$defs/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
if(data103 < 0 || isNaN(data103)){
const err334 = {instancePath:instancePath+"/kpis/errors/below",schemaPath:"#/$defs/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err334];
}
else {
vErrors.push(err334);
}
errors++;
}
}
else {
const err335 = {instancePath:instancePath+"/kpis/errors/below",schemaPath:"#/$defs/share/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
}
}
else {
const err336 = {instancePath:instancePath+"/kpis/errors",schemaPath:"#/properties/kpis/properties/errors/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
}
if(data95.healthChecksPassing !== undefined){
if(!(validate28(data95.healthChecksPassing, {instancePath:instancePath+"/kpis/healthChecksPassing",parentData:data95,parentDataProperty:"healthChecksPassing",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
}
else {
const err337 = {instancePath:instancePath+"/kpis",schemaPath:"#/properties/kpis/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
}
if(data.milestones !== undefined){
let data105 = data.milestones;
if(Array.isArray(data105)){
const len4 = data105.length;
for(let i6=0; i6<len4; i6++){
let data106 = data105[i6];
if(data106 && typeof data106 == "object" && !Array.isArray(data106)){
if(data106.within === undefined){
const err338 = {instancePath:instancePath+"/milestones/" + i6,schemaPath:"#/properties/milestones/items/required",keyword:"required",params:{missingProperty: "within"},message:"must have required property '"+"within"+"'"};
if(vErrors === null){
vErrors = [err338];
}
else {
vErrors.push(err338);
}
errors++;
}
if(data106.agentUtilisation === undefined){
const err339 = {instancePath:instancePath+"/milestones/" + i6,schemaPath:"#/properties/milestones/items/required",keyword:"required",params:{missingProperty: "agentUtilisation"},message:"must have required property '"+"agentUtilisation"+"'"};
if(vErrors === null){
vErrors = [err339];
}
else {
vErrors.push(err339);
}
errors++;
}
if(data106.throughputPerMinute === undefined){
const err340 = {instancePath:instancePath+"/milestones/" + i6,schemaPath:"#/properties/milestones/items/required",keyword:"required",params:{missingProperty: "throughputPerMinute"},message:"must have required property '"+"throughputPerMinute"+"'"};
if(vErrors === null){
vErrors = [err340];
}
else {
vErrors.push(err340);
}
errors++;
}
for(const key30 in data106){
if(!((((key30 === "within") || (key30 === "agentUtilisation")) || (key30 === "throughputPerMinute")) || (key30 === "memoryEfficiency"))){
const err341 = {instancePath:instancePath+"/milestones/" + i6,schemaPath:"#/properties/milestones/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key30},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err341];
}
else {
vErrors.push(err341);
}
errors++;
}
}
if(data106.within !== undefined){
let data107 = data106.within;
if(typeof data107 === "string"){
if(!pattern27.test(data107)){
const err342 = {instancePath:instancePath+"/milestones/" + i6+"/within",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err342];
}
else {
vErrors.push(err342);
}
errors++;
}
}
else {
const err343 = {instancePath:instancePath+"/milestones/" + i6+"/within",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err343];
}
else {
vErrors.push(err343);
}
errors++;
}
}
if(data106.agentUtilisation !== undefined){
let data108 = data106.agentUtilisation;
if((typeof data108 == "number") && (isFinite(data108))){
if(data108 > 1 || isNaN(data108)){
const err344 = {instancePath:instancePath+"/milestones/" + i6+"/agentUtilisation",schemaPath:"#/$defs/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err344];
}
else {
vErrors.push(err344);
}
errors++;
}
if(data108 < 0 || isNaN(data108)){
const err345 = {instancePath:instancePath+"/milestones/" + i6+"/agentUtilisation",schemaPath:"#/$defs/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err345];
}
else {
vErrors.push(err345);
}
errors++;
}
}
else {
const err346 = {instancePath:instancePath+"/milestones/" + i6+"/agentUtilisation",schemaPath:"#/$defs/share/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err346];
}
else {
vErrors.push(err346);
}
errors++;
}
}
if(data106.throughputPerMinute !== undefined){
let data109 = data106.throughputPerMinute;
if((typeof data109 == "number") && (isFinite(data109))){
if(data109 <= 0 || isNaN(data109)){
const err347 = {instancePath:instancePath+"/milestones/" + i6+"/throughputPerMinute",schemaPath:"#/properties/milestones/items/properties/throughputPerMinute/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err347];
}
else {
vErrors.push(err347);
}
errors++;
}
}
else {
const err348 = {instancePath:instancePath+"/milestones/" + i6+"/throughputPerMinute",schemaPath:"#/properties/milestones/items/properties/throughputPerMinute/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err348];
}
else {
vErrors.push(err348);
}
errors++;
}
}
if(data106.memoryEfficiency !== undefined){
let data110 = data106.memoryEfficiency;
if((typeof data110 == "number") && (isFinite(data110))){
if(data110 > 1 || isNaN(data110)){
const err349 = {instancePath:instancePath+"/milestones/" + i6+"/memoryEfficiency",schemaPath:"#/$defs/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err349];
}
else {
vErrors.push(err349);
}
errors++;
}
if(data110 < 0 || isNaN(data110)){
const err350 = {instancePath:instancePath+"/milestones/" + i6+"/memoryEfficiency",schemaPath:"#/$defs/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err350];
}
else {
vErrors.push(err350);
}
errors++;
}
}
else {
const err351 = {instancePath:instancePath+"/milestones/" + i6+"/memoryEfficiency",schemaPath:"#/$defs/share/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err351];
}
else {
vErrors.push(err351);
}
errors++;
}
}
}
else {
const err352 = {instancePath:instancePath+"/milestones/" + i6,schemaPath:"#/properties/milestones/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err352];
}
else {
vErrors.push(err352);
}
errors++;
}
}
}
else {
const err353 = {instancePath:instancePath+"/milestones",schemaPath:"#/properties/milestones/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err353];
}
else {
vErrors.push(err353);
}
errors++;
}
}
if(data.alerts !== undefined){
let data111 = data.alerts;
if(data111 && typeof data111 == "object" && !Array.isArray(data111)){
if(data111.memory === undefined){
const err354 = {instancePath:instancePath+"/alerts",schemaPath:"#/properties/alerts/required",keyword:"required",params:{missingProperty: "memory"},message:"must have required property '"+"memory"+"'"};
if(vErrors === null){
vErrors = [err354];
}
else {
vErrors.push(err354);
}
errors++;
}
if(data111.cpu === undefined){
const err355 = {instancePath:instancePath+"/alerts",schemaPath:"#/properties/alerts/required",keyword:"required",params:{missingProperty: "cpu"},message:"must have required property '"+"cpu"+"'"};
if(vErrors === null){
vErrors = [err355];
}
else {
vErrors.push(err355);
}
errors++;
}
if(data111.responseTime === undefined){
const err356 = {instancePath:instancePath+"/alerts",schemaPath:"#/properties/alerts/required",keyword:"required",params:{missingProperty: "responseTime"},message:"must have required property '"+"responseTime"+"'"};
if(vErrors === null){
vErrors = [err356];
}
else {
vErrors.push(err356);
}
errors++;
}
if(data111.agentFailures === undefined){
const err357 = {instancePath:instancePath+"/alerts",schemaPath:"#/properties/alerts/required",keyword:"required",params:{missingProperty: "agentFailures"},message:"must have required property '"+"agentFailures"+"'"};
if(vErrors === null){
vErrors = [err357];
}
else {
vErrors.push(err357);
}
errors++;
}
if(data111.queueDepth === undefined){
const err358 = {instancePath:instancePath+"/alerts",schemaPath:"#/properties/alerts/required",keyword:"required",params:{missingProperty: "queueDepth"},message:"must have required property '"+"queueDepth"+"'"};
if(vErrors === null){
vErrors = [err358];
}
else {
vErrors.push(err358);
}
errors++;
}
for(const key31 in data111){
if(!(((((key31 === "memory") || (key31 === "cpu")) || (key31 === "responseTime")) || (key31 === "agentFailures")) || (key31 === "queueDepth"))){
const err359 = {instancePath:instancePath+"/alerts",schemaPath:"#/properties/alerts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key31},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err359];
}
else {
vErrors.push(err359);
}
errors++;
}
}
if(data111.memory !== undefined){
if(!(validate32(data111.memory, {instancePath:instancePath+"/alerts/memory",parentData:data111,parentDataProperty:"memory",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
if(data111.cpu !== undefined){
if(!(validate32(data111.cpu, {instancePath:instancePath+"/alerts/cpu",parentData:data111,parentDataProperty:"cpu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
if(data111.responseTime !== undefined){
let data114 = data111.responseTime;
if(data114 && typeof data114 == "object" && !Array.isArray(data114)){
if(data114.above === undefined){
const err360 = {instancePath:instancePath+"/alerts/responseTime",schemaPath:"#/properties/alerts/properties/responseTime/required",keyword:"required",params:{missingProperty: "above"},message:"must have required property '"+"above"+"'"};
if(vErrors === null){
vErrors = [err360];
}
else {
vErrors.push(err360);
}
errors++;
}
if(data114.for === undefined){
const err361 = {instancePath:instancePath+"/alerts/responseTime",schemaPath:"#/properties/alerts/properties/responseTime/required",keyword:"required",params:{missingProperty: "for"},message:"must have required property '"+"for"+"'"};
if(vErrors === null){
vErrors = [err361];
}
else {
vErrors.push(err361);
}
errors++;
}
if(data114.severity === undefined){
const err362 = {instancePath:instancePath+"/alerts/responseTime",schemaPath:"#/properties/alerts/properties/responseTime/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'"};
if(vErrors === null){
vErrors = [err362];
}
else {
vErrors.push(err362);
}
errors++;
}
for(const key32 in data114){
if(!(((key32 === "above") || (key32 === "for")) || (key32 === "severity"))){
const err363 = {instancePath:instancePath+"/alerts/responseTime",schemaPath:"#/properties/alerts/properties/responseTime/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key32},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err363];
}
else {
vErrors.push(err363);
}
errors++;
}
}
if(data114.above !== undefined){
let data115 = data114.above;
if(typeof data115 === "string"){
if(!pattern27.test(data115)){
const err364 = {instancePath:instancePath+"/alerts/responseTime/above",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err364];
}
else {
vErrors.push(err364);
}
errors++;
}
}
else {
const err365 = {instancePath:instancePath+"/alerts/responseTime/above",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err365];
}
else {
vErrors.push(err365);
}
errors++;
}
}
if(data114.for !== undefined){
let data116 = data114.for;
if(typeof data116 === "string"){
if(!pattern27.test(data116)){
const err366 = {instancePath:instancePath+"/alerts/responseTime/for",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err366];
}
else {
vErrors.push(err366);
}
errors++;
}
}
else {
const err367 = {instancePath:instancePath+"/alerts/responseTime/for",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err367];
}
else {
vErrors.push(err367);
}
errors++;
}
}
if(data114.severity !== undefined){
let data117 = data114.severity;
if(!((data117 === "page") || (data117 === "ticket"))){
const err368 = {instancePath:instancePath+"/alerts/responseTime/severity",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema123.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err368];
}
else {
vErrors.push(err368);
}
errors++;
}
}
}
else {
const err369 = {instancePath:instancePath+"/alerts/responseTime",schemaPath:"#/properties/alerts/properties/responseTime/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err369];
}
else {
vErrors.push(err369);
}
errors++;
}
}
if(data111.agentFailures !== undefined){
if(!(validate32(data111.agentFailures, {instancePath:instancePath+"/alerts/agentFailures",parentData:data111,parentDataProperty:"agentFailures",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
if(data111.queueDepth !== undefined){
let data119 = data111.queueDepth;
if(data119 && typeof data119 == "object" && !Array.isArray(data119)){
if(data119.above === undefined){
const err370 = {instancePath:instancePath+"/alerts/queueDepth",schemaPath:"#/properties/alerts/properties/queueDepth/required",keyword:"required",params:{missingProperty: "above"},message:"must have required property '"+"above"+"'"};
if(vErrors === null){
vErrors = [err370];
}
else {
vErrors.push(err370);
}
errors++;
}
if(data119.for === undefined){
const err371 = {instancePath:instancePath+"/alerts/queueDepth",schemaPath:"#/properties/alerts/properties/queueDepth/required",keyword:"required",params:{missingProperty: "for"},message:"must have required property '"+"for"+"'"};
if(vErrors === null){
vErrors = [err371];
}
else {
vErrors.push(err371);
}
errors++;
}
if(data119.severity === undefined){
const err372 = {instancePath:instancePath+"/alerts/queueDepth",schemaPath:"#/properties/alerts/properties/queueDepth/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'"};
if(vErrors === null){
vErrors = [err372];
}
else {
vErrors.push(err372);
}
errors++;
}
for(const key33 in data119){
if(!(((key33 === "above") || (key33 === "for")) || (key33 === "severity"))){
const err373 = {instancePath:instancePath+"/alerts/queueDepth",schemaPath:"#/properties/alerts/properties/queueDepth/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key33},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err373];
}
else {
vErrors.push(err373);
}
errors++;
}
}
if(data119.above !== undefined){
let data120 = data119.above;
if(!(((typeof data120 == "number") && (!(data120 % 1) && !isNaN(data120))) && (isFinite(data120)))){
const err374 = {instancePath:instancePath+"/alerts/queueDepth/above",schemaPath:"#/properties/alerts/properties/queueDepth/properties/above/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err374];
}
else {
vErrors.push(err374);
}
errors++;
}
if((typeof data120 == "number") && (isFinite(data120))){
if(data120 < 1 || isNaN(data120)){
const err375 = {instancePath:instancePath+"/alerts/queueDepth/above",schemaPath:"#/properties/alerts/properties/queueDepth/properties/above/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err375];
}
else {
vErrors.push(err375);
}
errors++;
}
}
}
if(data119.for !== undefined){
let data121 = data119.for;
if(typeof data121 === "string"){
if(!pattern27.test(data121)){
const err376 = {instancePath:instancePath+"/alerts/queueDepth/for",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err376];
}
else {
vErrors.push(err376);
}
errors++;
}
}
else {
const err377 = {instancePath:instancePath+"/alerts/queueDepth/for",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err377];
}
else {
vErrors.push(err377);
}
errors++;
}
}
if(data119.severity !== undefined){
let data122 = data119.severity;
if(!((data122 === "page") || (data122 === "ticket"))){
const err378 = {instancePath:instancePath+"/alerts/queueDepth/severity",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema123.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err378];
}
else {
vErrors.push(err378);
}
errors++;
}
}
}
else {
const err379 = {instancePath:instancePath+"/alerts/queueDepth",schemaPath:"#/properties/alerts/properties/queueDepth/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err379];
}
else {
vErrors.push(err379);
}
errors++;
}
}
}
else {
const err380 = {instancePath:instancePath+"/alerts",schemaPath:"#/properties/alerts/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err380];
}
else {
vErrors.push(err380);
}
errors++;
}
}
if(data.alerting !== undefined){
let data123 = data.alerting;
if(data123 && typeof data123 == "object" && !Array.isArray(data123)){
if(data123.runbooks === undefined){
const err381 = {instancePath:instancePath+"/alerting",schemaPath:"#/properties/alerting/required",keyword:"required",params:{missingProperty: "runbooks"},message:"must have required property '"+"runbooks"+"'"};
if(vErrors === null){
vErrors = [err381];
}
else {
vErrors.push(err381);
}
errors++;
}
if(data123.owner === undefined){
const err382 = {instancePath:instancePath+"/alerting",schemaPath:"#/properties/alerting/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'"};
if(vErrors === null){
vErrors = [err382];
}
else {
vErrors.push(err382);
}
errors++;
}
if(data123.notify === undefined){
const err383 = {instancePath:instancePath+"/alerting",schemaPath:"#/properties/alerting/required",keyword:"required",params:{missingProperty: "notify"},message:"must have required property '"+"notify"+"'"};
if(vErrors === null){
vErrors = [err383];
}
else {
vErrors.push(err383);
}
errors++;
}
if(data123.scrapeEvery === undefined){
const err384 = {instancePath:instancePath+"/alerting",schemaPath:"#/properties/alerting/required",keyword:"required",params:{missingProperty: "scrapeEvery"},message:"must have required property '"+"scrapeEvery"+"'"};
if(vErrors === null){
vErrors = [err384];
}
else {
vErrors.push(err384);
}
errors++;
}
if(data123.evaluateEvery === undefined){
const err385 = {instancePath:instancePath+"/alerting",schemaPath:"#/properties/alerting/required",keyword:"required",params:{missingProperty: "evaluateEvery"},message:"must have required property '"+"evaluateEvery"+"'"};
if(vErrors === null){
vErrors = [err385];
}
else {
vErrors.push(err385);
}
errors++;
}
if(data123.rateWindow === undefined){
const err386 = {instancePath:instancePath+"/alerting",schemaPath:"#/properties/alerting/required",keyword:"required",params:{missingProperty: "rateWindow"},message:"must have required property '"+"rateWindow"+"'"};
if(vErrors === null){
vErrors = [err386];
}
else {
vErrors.push(err386);
}
errors++;
}
if(data123.quantile === undefined){
const err387 = {instancePath:instancePath+"/alerting",schemaPath:"#/properties/alerting/required",keyword:"required",params:{missingProperty: "quantile"},message:"must have required property '"+"quantile"+"'"};
if(vErrors === null){
vErrors = [err387];
}
else {
vErrors.push(err387);
}
errors++;
}
if(data123.minTraffic === undefined){
const err388 = {instancePath:instancePath+"/alerting",schemaPath:"#/properties/alerting/required",keyword:"required",params:{missingProperty: "minTraffic"},message:"must have required property '"+"minTraffic"+"'"};
if(vErrors === null){
vErrors = [err388];
}
else {
vErrors.push(err388);
}
errors++;
}
if(data123.minBacklog === undefined){
const err389 = {instancePath:instancePath+"/alerting",schemaPath:"#/properties/alerting/required",keyword:"required",params:{missingProperty: "minBacklog"},message:"must have required property '"+"minBacklog"+"'"};
if(vErrors === null){
vErrors = [err389];
}
else {
vErrors.push(err389);
}
errors++;
}
if(data123.kpis === undefined){
const err390 = {instancePath:instancePath+"/alerting",schemaPath:"#/properties/alerting/required",keyword:"required",params:{missingProperty: "kpis"},message:"must have required property '"+"kpis"+"'"};
if(vErrors === null){
vErrors = [err390];
}
else {
vErrors.push(err390);
}
errors++;
}
if(data123.burnRates === undefined){
const err391 = {instancePath:instancePath+"/alerting",schemaPath:"#/properties/alerting/required",keyword:"required",params:{missingProperty: "burnRates"},message:"must have required property '"+"burnRates"+"'"};
if(vErrors === null){
vErrors = [err391];
}
else {
vErrors.push(err391);
}
errors++;
}
if(data123.signals === undefined){
const err392 = {instancePath:instancePath+"/alerting",schemaPath:"#/properties/alerting/required",keyword:"required",params:{missingProperty: "signals"},message:"must have required property '"+"signals"+"'"};
if(vErrors === null){
vErrors = [err392];
}
else {
vErrors.push(err392);
}
errors++;
}
for(const key34 in data123){
if(!(func11.call(schema60.properties.alerting.properties, key34))){
const err393 = {instancePath:instancePath+"/alerting",schemaPath:"#/properties/alerting/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key34},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err393];
}
else {
vErrors.push(err393);
}
errors++;
}
}
if(data123.runbooks !== undefined){
let data124 = data123.runbooks;
if(typeof data124 === "string"){
if(!pattern64.test(data124)){
const err394 = {instancePath:instancePath+"/alerting/runbooks",schemaPath:"#/properties/alerting/properties/runbooks/pattern",keyword:"pattern",params:{pattern: "^https?://[^\\s]+[^/\\s]$"},message:"must match pattern \""+"^https?://[^\\s]+[^/\\s]$"+"\""};
if(vErrors === null){
vErrors = [err394];
}
else {
vErrors.push(err394);
}
errors++;
}
}
else {
const err395 = {instancePath:instancePath+"/alerting/runbooks",schemaPath:"#/properties/alerting/properties/runbooks/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err395];
}
else {
vErrors.push(err395);
}
errors++;
}
}
if(data123.owner !== undefined){
let data125 = data123.owner;
if(typeof data125 === "string"){
if(func1(data125) > 63){
const err396 = {instancePath:instancePath+"/alerting/owner",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err396];
}
else {
vErrors.push(err396);
}
errors++;
}
if(!pattern4.test(data125)){
const err397 = {instancePath:instancePath+"/alerting/owner",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err397];
}
else {
vErrors.push(err397);
}
errors++;
}
}
else {
const err398 = {instancePath:instancePath+"/alerting/owner",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err398];
}
else {
vErrors.push(err398);
}
errors++;
}
}
if(data123.notify !== undefined){
let data126 = data123.notify;
if(data126 && typeof data126 == "object" && !Array.isArray(data126)){
if(data126.groupWait === undefined){
const err399 = {instancePath:instancePath+"/alerting/notify",schemaPath:"#/properties/alerting/properties/notify/required",keyword:"required",params:{missingProperty: "groupWait"},message:"must have required property '"+"groupWait"+"'"};
if(vErrors === null){
vErrors = [err399];
}
else {
vErrors.push(err399);
}
errors++;
}
if(data126.groupInterval === undefined){
const err400 = {instancePath:instancePath+"/alerting/notify",schemaPath:"#/properties/alerting/properties/notify/required",keyword:"required",params:{missingProperty: "groupInterval"},message:"must have required property '"+"groupInterval"+"'"};
if(vErrors === null){
vErrors = [err400];
}
else {
vErrors.push(err400);
}
errors++;
}
if(data126.repeatEvery === undefined){
const err401 = {instancePath:instancePath+"/alerting/notify",schemaPath:"#/properties/alerting/properties/notify/required",keyword:"required",params:{missingProperty: "repeatEvery"},message:"must have required property '"+"repeatEvery"+"'"};
if(vErrors === null){
vErrors = [err401];
}
else {
vErrors.push(err401);
}
errors++;
}
for(const key35 in data126){
if(!(((key35 === "groupWait") || (key35 === "groupInterval")) || (key35 === "repeatEvery"))){
const err402 = {instancePath:instancePath+"/alerting/notify",schemaPath:"#/properties/alerting/properties/notify/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key35},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err402];
}
else {
vErrors.push(err402);
}
errors++;
}
}
if(data126.groupWait !== undefined){
let data127 = data126.groupWait;
if(typeof data127 === "string"){
if(!pattern27.test(data127)){
const err403 = {instancePath:instancePath+"/alerting/notify/groupWait",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err403];
}
else {
vErrors.push(err403);
}
errors++;
}
}
else {
const err404 = {instancePath:instancePath+"/alerting/notify/groupWait",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err404];
}
else {
vErrors.push(err404);
}
errors++;
}
}
if(data126.groupInterval !== undefined){
let data128 = data126.groupInterval;
if(typeof data128 === "string"){
if(!pattern27.test(data128)){
const err405 = {instancePath:instancePath+"/alerting/notify/groupInterval",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err405];
}
else {
vErrors.push(err405);
}
errors++;
}
}
else {
const err406 = {instancePath:instancePath+"/alerting/notify/groupInterval",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err406];
}
else {
vErrors.push(err406);
}
errors++;
}
}
if(data126.repeatEvery !== undefined){
let data129 = data126.repeatEvery;
if(typeof data129 === "string"){
if(!pattern27.test(data129)){
const err407 = {instancePath:instancePath+"/alerting/notify/repeatEvery",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err407];
}
else {
vErrors.push(err407);
}
errors++;
}
}
else {
const err408 = {instancePath:instancePath+"/alerting/notify/repeatEvery",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err408];
}
else {
vErrors.push(err408);
}
errors++;
}
}
}
else {
const err409 = {instancePath:instancePath+"/alerting/notify",schemaPath:"#/properties/alerting/properties/notify/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err409];
}
else {
vErrors.push(err409);
}
errors++;
}
}
if(data123.scrapeEvery !== undefined){
let data130 = data123.scrapeEvery;
if(typeof data130 === "string"){
if(!pattern27.test(data130)){
const err410 = {instancePath:instancePath+"/alerting/scrapeEvery",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err410];
}
else {
vErrors.push(err410);
}
errors++;
}
}
else {
const err411 = {instancePath:instancePath+"/alerting/scrapeEvery",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err411];
}
else {
vErrors.push(err411);
}
errors++;
}
}
if(data123.evaluateEvery !== undefined){
let data131 = data123.evaluateEvery;
if(typeof data131 === "string"){
if(!pattern27.test(data131)){
const err412 = {instancePath:instancePath+"/alerting/evaluateEvery",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err412];
}
else {
vErrors.push(err412);
}
errors++;
}
}
else {
const err413 = {instancePath:instancePath+"/alerting/evaluateEvery",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err413];
}
else {
vErrors.push(err413);
}
errors++;
}
}
if(data123.rateWindow !== undefined){
let data132 = data123.rateWindow;
if(typeof data132 === "string"){
if(!pattern27.test(data132)){
const err414 = {instancePath:instancePath+"/alerting/rateWindow",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err414];
}
else {
vErrors.push(err414);
}
errors++;
}
}
else {
const err415 = {instancePath:instancePath+"/alerting/rateWindow",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err415];
}
else {
vErrors.push(err415);
}
errors++;
}
}
if(data123.quantile !== undefined){
let data133 = data123.quantile;
if((typeof data133 == "number") && (isFinite(data133))){
if(data133 >= 1 || isNaN(data133)){
const err416 = {instancePath:instancePath+"/alerting/quantile",schemaPath:"#/properties/alerting/properties/quantile/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1"};
if(vErrors === null){
vErrors = [err416];
}
else {
vErrors.push(err416);
}
errors++;
}
if(data133 <= 0 || isNaN(data133)){
const err417 = {instancePath:instancePath+"/alerting/quantile",schemaPath:"#/properties/alerting/properties/quantile/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err417];
}
else {
vErrors.push(err417);
}
errors++;
}
}
else {
const err418 = {instancePath:instancePath+"/alerting/quantile",schemaPath:"#/properties/alerting/properties/quantile/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err418];
}
else {
vErrors.push(err418);
}
errors++;
}
}
if(data123.minTraffic !== undefined){
let data134 = data123.minTraffic;
if((typeof data134 == "number") && (isFinite(data134))){
if(data134 <= 0 || isNaN(data134)){
const err419 = {instancePath:instancePath+"/alerting/minTraffic",schemaPath:"#/properties/alerting/properties/minTraffic/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err419];
}
else {
vErrors.push(err419);
}
errors++;
}
}
else {
const err420 = {instancePath:instancePath+"/alerting/minTraffic",schemaPath:"#/properties/alerting/properties/minTraffic/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err420];
}
else {
vErrors.push(err420);
}
errors++;
}
}
if(data123.minBacklog !== undefined){
let data135 = data123.minBacklog;
if(!(((typeof data135 == "number") && (!(data135 % 1) && !isNaN(data135))) && (isFinite(data135)))){
const err421 = {instancePath:instancePath+"/alerting/minBacklog",schemaPath:"#/properties/alerting/properties/minBacklog/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err421];
}
else {
vErrors.push(err421);
}
errors++;
}
if((typeof data135 == "number") && (isFinite(data135))){
if(data135 < 1 || isNaN(data135)){
const err422 = {instancePath:instancePath+"/alerting/minBacklog",schemaPath:"#/properties/alerting/properties/minBacklog/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err422];
}
else {
vErrors.push(err422);
}
errors++;
}
}
}
if(data123.kpis !== undefined){
let data136 = data123.kpis;
if(data136 && typeof data136 == "object" && !Array.isArray(data136)){
if(data136.agentUtilisation === undefined){
const err423 = {instancePath:instancePath+"/alerting/kpis",schemaPath:"#/properties/alerting/properties/kpis/required",keyword:"required",params:{missingProperty: "agentUtilisation"},message:"must have required property '"+"agentUtilisation"+"'"};
if(vErrors === null){
vErrors = [err423];
}
else {
vErrors.push(err423);
}
errors++;
}
if(data136.responseTime === undefined){
const err424 = {instancePath:instancePath+"/alerting/kpis",schemaPath:"#/properties/alerting/properties/kpis/required",keyword:"required",params:{missingProperty: "responseTime"},message:"must have required property '"+"responseTime"+"'"};
if(vErrors === null){
vErrors = [err424];
}
else {
vErrors.push(err424);
}
errors++;
}
if(data136.throughput === undefined){
const err425 = {instancePath:instancePath+"/alerting/kpis",schemaPath:"#/properties/alerting/properties/kpis/required",keyword:"required",params:{missingProperty: "throughput"},message:"must have required property '"+"throughput"+"'"};
if(vErrors === null){
vErrors = [err425];
}
else {
vErrors.push(err425);
}
errors++;
}
if(data136.memoryEfficiency === undefined){
const err426 = {instancePath:instancePath+"/alerting/kpis",schemaPath:"#/properties/alerting/properties/kpis/required",keyword:"required",params:{missingProperty: "memoryEfficiency"},message:"must have required property '"+"memoryEfficiency"+"'"};
if(vErrors === null){
vErrors = [err426];
}
else {
vErrors.push(err426);
}
errors++;
}
if(data136.healthChecksPassing === undefined){
const err427 = {instancePath:instancePath+"/alerting/kpis",schemaPath:"#/properties/alerting/properties/kpis/required",keyword:"required",params:{missingProperty: "healthChecksPassing"},message:"must have required property '"+"healthChecksPassing"+"'"};
if(vErrors === null){
vErrors = [err427];
}
else {
vErrors.push(err427);
}
errors++;
}
for(const key36 in data136){
if(!(((((key36 === "agentUtilisation") || (key36 === "responseTime")) || (key36 === "throughput")) || (key36 === "memoryEfficiency")) || (key36 === "healthChecksPassing"))){
const err428 = {instancePath:instancePath+"/alerting/kpis",schemaPath:"#/properties/alerting/properties/kpis/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key36},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err428];
}
else {
vErrors.push(err428);
}
errors++;
}
}
if(data136.agentUtilisation !== undefined){
if(!(validate36(data136.agentUtilisation, {instancePath:instancePath+"/alerting/kpis/agentUtilisation",parentData:data136,parentDataProperty:"agentUtilisation",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data136.responseTime !== undefined){
if(!(validate36(data136.responseTime, {instancePath:instancePath+"/alerting/kpis/responseTime",parentData:data136,parentDataProperty:"responseTime",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data136.throughput !== undefined){
if(!(validate36(data136.throughput, {instancePath:instancePath+"/alerting/kpis/throughput",parentData:data136,parentDataProperty:"throughput",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data136.memoryEfficiency !== undefined){
if(!(validate36(data136.memoryEfficiency, {instancePath:instancePath+"/alerting/kpis/memoryEfficiency",parentData:data136,parentDataProperty:"memoryEfficiency",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data136.healthChecksPassing !== undefined){
if(!(validate36(data136.healthChecksPassing, {instancePath:instancePath+"/alerting/kpis/healthChecksPassing",parentData:data136,parentDataProperty:"healthChecksPassing",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
}
else {
const err429 = {instancePath:instancePath+"/alerting/kpis",schemaPath:"#/properties/alerting/properties/kpis/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err429];
}
else {
vErrors.push(err429);
}
errors++;
}
}
if(data123.burnRates !== undefined){
let data142 = data123.burnRates;
if(data142 && typeof data142 == "object" && !Array.isArray(data142)){
if(data142.fast === undefined){
const err430 = {instancePath:instancePath+"/alerting/burnRates",schemaPath:"#/properties/alerting/properties/burnRates/required",keyword:"required",params:{missingProperty: "fast"},message:"must have required property '"+"fast"+"'"};
if(vErrors === null){
vErrors = [err430];
}
else {
vErrors.push(err430);
}
errors++;
}
if(data142.medium === undefined){
const err431 = {instancePath:instancePath+"/alerting/burnRates",schemaPath:"#/properties/alerting/properties/burnRates/required",keyword:"required",params:{missingProperty: "medium"},message:"must have required property '"+"medium"+"'"};
if(vErrors === null){
vErrors = [err431];
}
else {
vErrors.push(err431);
}
errors++;
}
if(data142.slow === undefined){
const err432 = {instancePath:instancePath+"/alerting/burnRates",schemaPath:"#/properties/alerting/properties/burnRates/required",keyword:"required",params:{missingProperty: "slow"},message:"must have required property '"+"slow"+"'"};
if(vErrors === null){
vErrors = [err432];
}
else {
vErrors.push(err432);
}
errors++;
}
if(data142.trickle === undefined){
const err433 = {instancePath:instancePath+"/alerting/burnRates",schemaPath:"#/properties/alerting/properties/burnRates/required",keyword:"required",params:{missingProperty: "trickle"},message:"must have required property '"+"trickle"+"'"};
if(vErrors === null){
vErrors = [err433];
}
else {
vErrors.push(err433);
}
errors++;
}
for(const key37 in data142){
if(!((((key37 === "fast") || (key37 === "medium")) || (key37 === "slow")) || (key37 === "trickle"))){
const err434 = {instancePath:instancePath+"/alerting/burnRates",schemaPath:"#/properties/alerting/properties/burnRates/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key37},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err434];
}
else {
vErrors.push(err434);
}
errors++;
}
}
if(data142.fast !== undefined){
if(!(validate42(data142.fast, {instancePath:instancePath+"/alerting/burnRates/fast",parentData:data142,parentDataProperty:"fast",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data142.medium !== undefined){
if(!(validate42(data142.medium, {instancePath:instancePath+"/alerting/burnRates/medium",parentData:data142,parentDataProperty:"medium",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data142.slow !== undefined){
if(!(validate42(data142.slow, {instancePath:instancePath+"/alerting/burnRates/slow",parentData:data142,parentDataProperty:"slow",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data142.trickle !== undefined){
if(!(validate42(data142.trickle, {instancePath:instancePath+"/alerting/burnRates/trickle",parentData:data142,parentDataProperty:"trickle",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
}
else {
const err435 = {instancePath:instancePath+"/alerting/burnRates",schemaPath:"#/properties/alerting/properties/burnRates/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err435];
}
else {
vErrors.push(err435);
}
errors++;
}
}
if(data123.signals !== undefined){
let data147 = data123.signals;
if(data147 && typeof data147 == "object" && !Array.isArray(data147)){
if(data147.agentDown === undefined){
const err436 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "agentDown"},message:"must have required property '"+"agentDown"+"'"};
if(vErrors === null){
vErrors = [err436];
}
else {
vErrors.push(err436);
}
errors++;
}
if(data147.agentsMissing === undefined){
const err437 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "agentsMissing"},message:"must have required property '"+"agentsMissing"+"'"};
if(vErrors === null){
vErrors = [err437];
}
else {
vErrors.push(err437);
}
errors++;
}
if(data147.agentCritical === undefined){
const err438 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "agentCritical"},message:"must have required property '"+"agentCritical"+"'"};
if(vErrors === null){
vErrors = [err438];
}
else {
vErrors.push(err438);
}
errors++;
}
if(data147.agentUnseen === undefined){
const err439 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "agentUnseen"},message:"must have required property '"+"agentUnseen"+"'"};
if(vErrors === null){
vErrors = [err439];
}
else {
vErrors.push(err439);
}
errors++;
}
if(data147.agentBreakerOpen === undefined){
const err440 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "agentBreakerOpen"},message:"must have required property '"+"agentBreakerOpen"+"'"};
if(vErrors === null){
vErrors = [err440];
}
else {
vErrors.push(err440);
}
errors++;
}
if(data147.memoryLeak === undefined){
const err441 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "memoryLeak"},message:"must have required property '"+"memoryLeak"+"'"};
if(vErrors === null){
vErrors = [err441];
}
else {
vErrors.push(err441);
}
errors++;
}
if(data147.oomKilled === undefined){
const err442 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "oomKilled"},message:"must have required property '"+"oomKilled"+"'"};
if(vErrors === null){
vErrors = [err442];
}
else {
vErrors.push(err442);
}
errors++;
}
if(data147.cpuThrottled === undefined){
const err443 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "cpuThrottled"},message:"must have required property '"+"cpuThrottled"+"'"};
if(vErrors === null){
vErrors = [err443];
}
else {
vErrors.push(err443);
}
errors++;
}
if(data147.restartLoop === undefined){
const err444 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "restartLoop"},message:"must have required property '"+"restartLoop"+"'"};
if(vErrors === null){
vErrors = [err444];
}
else {
vErrors.push(err444);
}
errors++;
}
if(data147.queueFilling === undefined){
const err445 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "queueFilling"},message:"must have required property '"+"queueFilling"+"'"};
if(vErrors === null){
vErrors = [err445];
}
else {
vErrors.push(err445);
}
errors++;
}
if(data147.queueStuck === undefined){
const err446 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "queueStuck"},message:"must have required property '"+"queueStuck"+"'"};
if(vErrors === null){
vErrors = [err446];
}
else {
vErrors.push(err446);
}
errors++;
}
if(data147.queueOverflowing === undefined){
const err447 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "queueOverflowing"},message:"must have required property '"+"queueOverflowing"+"'"};
if(vErrors === null){
vErrors = [err447];
}
else {
vErrors.push(err447);
}
errors++;
}
if(data147.queueWithoutConsumers === undefined){
const err448 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "queueWithoutConsumers"},message:"must have required property '"+"queueWithoutConsumers"+"'"};
if(vErrors === null){
vErrors = [err448];
}
else {
vErrors.push(err448);
}
errors++;
}
if(data147.deadLettersGrowing === undefined){
const err449 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "deadLettersGrowing"},message:"must have required property '"+"deadLettersGrowing"+"'"};
if(vErrors === null){
vErrors = [err449];
}
else {
vErrors.push(err449);
}
errors++;
}
if(data147.modelBreakerOpen === undefined){
const err450 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "modelBreakerOpen"},message:"must have required property '"+"modelBreakerOpen"+"'"};
if(vErrors === null){
vErrors = [err450];
}
else {
vErrors.push(err450);
}
errors++;
}
if(data147.modelUnavailable === undefined){
const err451 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "modelUnavailable"},message:"must have required property '"+"modelUnavailable"+"'"};
if(vErrors === null){
vErrors = [err451];
}
else {
vErrors.push(err451);
}
errors++;
}
if(data147.fallbackAnswers === undefined){
const err452 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "fallbackAnswers"},message:"must have required property '"+"fallbackAnswers"+"'"};
if(vErrors === null){
vErrors = [err452];
}
else {
vErrors.push(err452);
}
errors++;
}
if(data147.routerWithoutAgents === undefined){
const err453 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "routerWithoutAgents"},message:"must have required property '"+"routerWithoutAgents"+"'"};
if(vErrors === null){
vErrors = [err453];
}
else {
vErrors.push(err453);
}
errors++;
}
if(data147.routerErrors === undefined){
const err454 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "routerErrors"},message:"must have required property '"+"routerErrors"+"'"};
if(vErrors === null){
vErrors = [err454];
}
else {
vErrors.push(err454);
}
errors++;
}
if(data147.registryLeaderless === undefined){
const err455 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "registryLeaderless"},message:"must have required property '"+"registryLeaderless"+"'"};
if(vErrors === null){
vErrors = [err455];
}
else {
vErrors.push(err455);
}
errors++;
}
if(data147.criticalServiceDown === undefined){
const err456 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "criticalServiceDown"},message:"must have required property '"+"criticalServiceDown"+"'"};
if(vErrors === null){
vErrors = [err456];
}
else {
vErrors.push(err456);
}
errors++;
}
if(data147.serviceDown === undefined){
const err457 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "serviceDown"},message:"must have required property '"+"serviceDown"+"'"};
if(vErrors === null){
vErrors = [err457];
}
else {
vErrors.push(err457);
}
errors++;
}
if(data147.serviceMissing === undefined){
const err458 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "serviceMissing"},message:"must have required property '"+"serviceMissing"+"'"};
if(vErrors === null){
vErrors = [err458];
}
else {
vErrors.push(err458);
}
errors++;
}
if(data147.metricsAbsent === undefined){
const err459 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "metricsAbsent"},message:"must have required property '"+"metricsAbsent"+"'"};
if(vErrors === null){
vErrors = [err459];
}
else {
vErrors.push(err459);
}
errors++;
}
if(data147.rulesFailing === undefined){
const err460 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "rulesFailing"},message:"must have required property '"+"rulesFailing"+"'"};
if(vErrors === null){
vErrors = [err460];
}
else {
vErrors.push(err460);
}
errors++;
}
if(data147.notificationsFailing === undefined){
const err461 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/required",keyword:"required",params:{missingProperty: "notificationsFailing"},message:"must have required property '"+"notificationsFailing"+"'"};
if(vErrors === null){
vErrors = [err461];
}
else {
vErrors.push(err461);
}
errors++;
}
for(const key38 in data147){
if(!(func11.call(schema60.properties.alerting.properties.signals.properties, key38))){
const err462 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key38},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err462];
}
else {
vErrors.push(err462);
}
errors++;
}
}
if(data147.agentDown !== undefined){
if(!(validate36(data147.agentDown, {instancePath:instancePath+"/alerting/signals/agentDown",parentData:data147,parentDataProperty:"agentDown",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data147.agentsMissing !== undefined){
if(!(validate36(data147.agentsMissing, {instancePath:instancePath+"/alerting/signals/agentsMissing",parentData:data147,parentDataProperty:"agentsMissing",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data147.agentCritical !== undefined){
if(!(validate36(data147.agentCritical, {instancePath:instancePath+"/alerting/signals/agentCritical",parentData:data147,parentDataProperty:"agentCritical",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data147.agentUnseen !== undefined){
if(!(validate36(data147.agentUnseen, {instancePath:instancePath+"/alerting/signals/agentUnseen",parentData:data147,parentDataProperty:"agentUnseen",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data147.agentBreakerOpen !== undefined){
if(!(validate36(data147.agentBreakerOpen, {instancePath:instancePath+"/alerting/signals/agentBreakerOpen",parentData:data147,parentDataProperty:"agentBreakerOpen",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data147.memoryLeak !== undefined){
if(!(validate52(data147.memoryLeak, {instancePath:instancePath+"/alerting/signals/memoryLeak",parentData:data147,parentDataProperty:"memoryLeak",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
}
if(data147.oomKilled !== undefined){
if(!(validate54(data147.oomKilled, {instancePath:instancePath+"/alerting/signals/oomKilled",parentData:data147,parentDataProperty:"oomKilled",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data147.cpuThrottled !== undefined){
if(!(validate54(data147.cpuThrottled, {instancePath:instancePath+"/alerting/signals/cpuThrottled",parentData:data147,parentDataProperty:"cpuThrottled",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data147.restartLoop !== undefined){
if(!(validate54(data147.restartLoop, {instancePath:instancePath+"/alerting/signals/restartLoop",parentData:data147,parentDataProperty:"restartLoop",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data147.queueFilling !== undefined){
if(!(validate52(data147.queueFilling, {instancePath:instancePath+"/alerting/signals/queueFilling",parentData:data147,parentDataProperty:"queueFilling",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
}
if(data147.queueStuck !== undefined){
if(!(validate54(data147.queueStuck, {instancePath:instancePath+"/alerting/signals/queueStuck",parentData:data147,parentDataProperty:"queueStuck",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data147.queueOverflowing !== undefined){
if(!(validate60(data147.queueOverflowing, {instancePath:instancePath+"/alerting/signals/queueOverflowing",parentData:data147,parentDataProperty:"queueOverflowing",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
}
if(data147.queueWithoutConsumers !== undefined){
if(!(validate36(data147.queueWithoutConsumers, {instancePath:instancePath+"/alerting/signals/queueWithoutConsumers",parentData:data147,parentDataProperty:"queueWithoutConsumers",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data147.deadLettersGrowing !== undefined){
if(!(validate54(data147.deadLettersGrowing, {instancePath:instancePath+"/alerting/signals/deadLettersGrowing",parentData:data147,parentDataProperty:"deadLettersGrowing",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data147.modelBreakerOpen !== undefined){
if(!(validate36(data147.modelBreakerOpen, {instancePath:instancePath+"/alerting/signals/modelBreakerOpen",parentData:data147,parentDataProperty:"modelBreakerOpen",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data147.modelUnavailable !== undefined){
if(!(validate36(data147.modelUnavailable, {instancePath:instancePath+"/alerting/signals/modelUnavailable",parentData:data147,parentDataProperty:"modelUnavailable",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data147.fallbackAnswers !== undefined){
if(!(validate54(data147.fallbackAnswers, {instancePath:instancePath+"/alerting/signals/fallbackAnswers",parentData:data147,parentDataProperty:"fallbackAnswers",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data147.routerWithoutAgents !== undefined){
if(!(validate36(data147.routerWithoutAgents, {instancePath:instancePath+"/alerting/signals/routerWithoutAgents",parentData:data147,parentDataProperty:"routerWithoutAgents",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data147.routerErrors !== undefined){
if(!(validate54(data147.routerErrors, {instancePath:instancePath+"/alerting/signals/routerErrors",parentData:data147,parentDataProperty:"routerErrors",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data147.registryLeaderless !== undefined){
if(!(validate36(data147.registryLeaderless, {instancePath:instancePath+"/alerting/signals/registryLeaderless",parentData:data147,parentDataProperty:"registryLeaderless",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data147.criticalServiceDown !== undefined){
if(!(validate36(data147.criticalServiceDown, {instancePath:instancePath+"/alerting/signals/criticalServiceDown",parentData:data147,parentDataProperty:"criticalServiceDown",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data147.serviceDown !== undefined){
if(!(validate36(data147.serviceDown, {instancePath:instancePath+"/alerting/signals/serviceDown",parentData:data147,parentDataProperty:"serviceDown",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data147.serviceMissing !== undefined){
if(!(validate36(data147.serviceMissing, {instancePath:instancePath+"/alerting/signals/serviceMissing",parentData:data147,parentDataProperty:"serviceMissing",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data147.metricsAbsent !== undefined){
if(!(validate36(data147.metricsAbsent, {instancePath:instancePath+"/alerting/signals/metricsAbsent",parentData:data147,parentDataProperty:"metricsAbsent",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data147.rulesFailing !== undefined){
if(!(validate54(data147.rulesFailing, {instancePath:instancePath+"/alerting/signals/rulesFailing",parentData:data147,parentDataProperty:"rulesFailing",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data147.notificationsFailing !== undefined){
if(!(validate54(data147.notificationsFailing, {instancePath:instancePath+"/alerting/signals/notificationsFailing",parentData:data147,parentDataProperty:"notificationsFailing",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
}
else {
const err463 = {instancePath:instancePath+"/alerting/signals",schemaPath:"#/properties/alerting/properties/signals/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err463];
}
else {
vErrors.push(err463);
}
errors++;
}
}
}
else {
const err464 = {instancePath:instancePath+"/alerting",schemaPath:"#/properties/alerting/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err464];
}
else {
vErrors.push(err464);
}
errors++;
}
}
}
else {
const err465 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err465];
}
else {
vErrors.push(err465);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}
validate27.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

exports.services = validate76;
const schema157 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://sutazai.dev/schemas/services.schema.json","title":"ServicesFile","type":"object","additionalProperties":false,"properties":{"version":{"const":1,"description":"1, the version of this format"},"services":{"type":"object","description":"the services around the agents, by name","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"object","additionalProperties":false,"properties":{"image":{"$ref":"#/$defs/imageReference"},"purpose":{"$ref":"#/$defs/text"},"part":{"enum":["registry","queue","models","router","monitoring"],"title":"Part","description":"the part of the fleet that it belongs to: registry, queue, models, router or monitoring"},"memory":{"$ref":"#/$defs/memory"},"cpu":{"$ref":"#/$defs/cpu"},"criticality":{"$ref":"#/$defs/criticality"},"owner":{"$ref":"#/$defs/text"},"user":{"type":"string","pattern":"^[0-9]+:[0-9]+$","description":"a numeric user and group, such as 100:1000"},"ports":{"type":"object","description":"the ports it listens on inside the network, by name","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"$ref":"#/$defs/port"}},"health":{"type":"object","additionalProperties":false,"properties":{"command":{"type":"array","items":{"$ref":"#/$defs/text"},"minItems":1,"description":"a command that the image has"},"why":{"$ref":"#/$defs/text"},"startPeriod":{"type":"string","pattern":"^[0-9]+(s|m|h)$","description":"a duration, such as 15m"}},"required":["command","why"],"title":"ServiceHealth","description":"the health check command"},"entrypoint":{"type":"array","items":{"$ref":"#/$defs/text"},"minItems":1,"description":"the program that it runs in the place of its image's"},"command":{"type":"array","items":{"$ref":"#/$defs/text"},"description":"the arguments of the container"},"environment":{"type":"object","description":"environment variables without secrets","propertyNames":{"$ref":"#/$defs/envName"},"additionalProperties":{"$ref":"#/$defs/text"}},"provides":{"type":"object","description":"environment variables that agents get which depend on it","propertyNames":{"$ref":"#/$defs/envName"},"additionalProperties":{"$ref":"#/$defs/text"}},"volumes":{"type":"object","description":"named volumes and where they are mounted","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"string","pattern":"^/","description":"an absolute path"}},"files":{"type":"object","description":"files made from the plan and where they are read, inside one of the volumes","propertyNames":{"enum":["alert-rules","prometheus-config","router-config","gateway-config","docker-socket-config","broker-config","broker-definitions","broker-agent-password","registry-server-access","registry-access-script","registry-access-policies","registry-access-tokens","registry-access-header","registry-discovery-token","registry-metrics-token","registry-health-token","registry-checks-config","model-server","model-check","alertmanager-config","alertmanager-web-config","alertmanager-client","alertmanager-password","alert-receiver-page","alert-receiver-ticket","alert-receiver-watchdog","prometheus-web-config","prometheus-client","prometheus-password","grafana-admin-password","grafana-metrics-password","grafana-datasources","grafana-dashboard-provider","dashboard-fleet","dashboard-pool","dashboard-agent","dashboard-queue","dashboard-gateway"]},"additionalProperties":{"type":"string","pattern":"^/","description":"an absolute path"}},"shares":{"type":"array","items":{"$ref":"#/$defs/name"},"uniqueItems":true,"maxItems":8,"description":"a list of its volumes that agents and services which depend on it mount too, read-only"},"models":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9][a-z0-9._/-]*(:[A-Za-z0-9][A-Za-z0-9._-]*)?$","description":"a model as `ollama pull` names it, such as tinyllama:1.1b or llama3.2:1b"},"minItems":1,"maxItems":16,"uniqueItems":true,"description":"the language models that it holds; agents ask for the first"},"hostMounts":{"type":"array","description":"read-only folders of the host","items":{"type":"object","additionalProperties":false,"properties":{"host":{"type":"string","pattern":"^/","description":"an absolute path"},"container":{"type":"string","pattern":"^/","description":"an absolute path"},"reason":{"$ref":"#/$defs/reason"}},"required":["host","container","reason"],"title":"HostMount"}},"groups":{"type":"array","description":"a list of groups that it is in besides its own, as numbers","items":{"type":"string","pattern":"^[1-9][0-9]*$","description":"the number of a group, not 0"},"uniqueItems":true,"maxItems":8},"writable":{"type":"array","description":"folders kept in memory that it has to write","items":{"type":"string","pattern":"^/","description":"an absolute path"}},"stateful":{"type":"boolean","description":"true when what it stores can't be made again"},"onlyWith":{"const":"registry-tokens","description":"registry-tokens, for a service that only stacks run whose registry takes tokens"},"afterAgents":{"type":"boolean","description":"true when it starts after the hot agents"},"dependsOn":{"type":"array","items":{"$ref":"#/$defs/name"},"uniqueItems":true,"maxItems":64,"description":"a list of agents and services that have to be up first"},"metrics":{"type":"object","additionalProperties":false,"properties":{"role":{"enum":["containers","registry","health","prober","queue","router","model-gateway","monitoring","notification","dashboards"],"description":"what its metrics tell of, for the alerts that need it"},"port":{"$ref":"#/$defs/name"},"path":{"type":"string","pattern":"^/[A-Za-z0-9/_.?=&-]*$","description":"a path that starts with a slash, such as /metrics"}},"required":["role","port","path"],"title":"ServiceMetrics","description":"where Prometheus scrapes it; left out when it serves no metrics"}},"required":["image","purpose","part","memory","cpu","criticality","owner","user","ports","health","stateful"],"title":"ServiceEntry","description":"a service with image, purpose, limits, user, ports and health"}}},"required":["version","services"],"description":"a mapping with version and services","$defs":{"cpu":{"type":["number","string"],"pattern":"^([0-9]+m|[0-9]+(\\.[0-9]+)?)$","exclusiveMinimum":0,"maximum":1024,"description":"CPU in cores or millicores, such as 0.1 or 100m"},"criticality":{"enum":["critical","high","normal","low"],"description":"one of critical, high, normal, low"},"envName":{"type":"string","pattern":"^[A-Z][A-Z0-9_]*$","maxLength":60,"description":"an environment variable in upper case"},"imageReference":{"type":"string","pattern":"^[a-z0-9][a-z0-9._/-]*(:[0-9]+/[a-z0-9._/-]+)?:[A-Za-z0-9_][A-Za-z0-9._-]*$","maxLength":255,"description":"an image with its tag, such as hashicorp/consul:1.21.0 (digests stand in images.lock.yaml)"},"memory":{"type":"string","pattern":"^[0-9]{1,9} ?[MG]iB?$","description":"a memory size in binary units, such as 128MiB or 1GiB"},"name":{"type":"string","pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$","maxLength":63,"description":"a lower-case name of letters, digits and single hyphens, such as agent-orchestrator"},"port":{"type":"integer","minimum":1,"maximum":65535,"description":"a port between 1 and 65535"},"reason":{"type":"string","minLength":10,"maxLength":500,"description":"a reason in words, at least 10 characters"},"text":{"type":"string","minLength":1,"maxLength":500,"description":"a text of 1 to 500 characters"}}};
const schema158 = {"type":"string","pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$","maxLength":63,"description":"a lower-case name of letters, digits and single hyphens, such as agent-orchestrator"};
const schema159 = {"type":"string","pattern":"^[a-z0-9][a-z0-9._/-]*(:[0-9]+/[a-z0-9._/-]+)?:[A-Za-z0-9_][A-Za-z0-9._-]*$","maxLength":255,"description":"an image with its tag, such as hashicorp/consul:1.21.0 (digests stand in images.lock.yaml)"};
const schema160 = {"type":"string","minLength":1,"maxLength":500,"description":"a text of 1 to 500 characters"};
const schema161 = {"type":"string","pattern":"^[0-9]{1,9} ?[MG]iB?$","description":"a memory size in binary units, such as 128MiB or 1GiB"};
const schema162 = {"type":["number","string"],"pattern":"^([0-9]+m|[0-9]+(\\.[0-9]+)?)$","exclusiveMinimum":0,"maximum":1024,"description":"CPU in cores or millicores, such as 0.1 or 100m"};
const schema163 = {"enum":["critical","high","normal","low"],"description":"one of critical, high, normal, low"};
const schema166 = {"type":"integer","minimum":1,"maximum":65535,"description":"a port between 1 and 65535"};
const schema171 = {"type":"string","pattern":"^[A-Z][A-Z0-9_]*$","maxLength":60,"description":"an environment variable in upper case"};
const schema177 = {"type":"string","minLength":10,"maxLength":500,"description":"a reason in words, at least 10 characters"};
const pattern89 = new RegExp("^[0-9]+(s|m|h)$", "u");
const pattern90 = new RegExp("^[A-Z][A-Z0-9_]*$", "u");
const pattern93 = new RegExp("^/", "u");
const pattern96 = new RegExp("^[a-z0-9][a-z0-9._/-]*(:[A-Za-z0-9][A-Za-z0-9._-]*)?$", "u");
const pattern99 = new RegExp("^[1-9][0-9]*$", "u");
const pattern103 = new RegExp("^/[A-Za-z0-9/_.?=&-]*$", "u");

function validate76(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://sutazai.dev/schemas/services.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate76.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.services === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "services"},message:"must have required property '"+"services"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "version") || (key0 === "services"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.version !== undefined){
if(1 !== data.version){
const err3 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.services !== undefined){
let data1 = data.services;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
const _errs5 = errors;
if(typeof key1 === "string"){
if(func1(key1) > 63){
const err4 = {instancePath:instancePath+"/services",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern4.test(key1)){
const err5 = {instancePath:instancePath+"/services",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/services",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var valid1 = _errs5 === errors;
if(!valid1){
const err7 = {instancePath:instancePath+"/services",schemaPath:"#/properties/services/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
for(const key2 in data1){
let data2 = data1[key2];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.image === undefined){
const err8 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/required",keyword:"required",params:{missingProperty: "image"},message:"must have required property '"+"image"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data2.purpose === undefined){
const err9 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/required",keyword:"required",params:{missingProperty: "purpose"},message:"must have required property '"+"purpose"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2.part === undefined){
const err10 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/required",keyword:"required",params:{missingProperty: "part"},message:"must have required property '"+"part"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data2.memory === undefined){
const err11 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/required",keyword:"required",params:{missingProperty: "memory"},message:"must have required property '"+"memory"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data2.cpu === undefined){
const err12 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/required",keyword:"required",params:{missingProperty: "cpu"},message:"must have required property '"+"cpu"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data2.criticality === undefined){
const err13 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/required",keyword:"required",params:{missingProperty: "criticality"},message:"must have required property '"+"criticality"+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data2.owner === undefined){
const err14 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data2.user === undefined){
const err15 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/required",keyword:"required",params:{missingProperty: "user"},message:"must have required property '"+"user"+"'"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data2.ports === undefined){
const err16 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/required",keyword:"required",params:{missingProperty: "ports"},message:"must have required property '"+"ports"+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data2.health === undefined){
const err17 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/required",keyword:"required",params:{missingProperty: "health"},message:"must have required property '"+"health"+"'"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data2.stateful === undefined){
const err18 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/required",keyword:"required",params:{missingProperty: "stateful"},message:"must have required property '"+"stateful"+"'"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
for(const key3 in data2){
if(!(func11.call(schema157.properties.services.additionalProperties.properties, key3))){
const err19 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data2.image !== undefined){
let data3 = data2.image;
if(typeof data3 === "string"){
if(func1(data3) > 255){
const err20 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/image",schemaPath:"#/$defs/imageReference/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!pattern6.test(data3)){
const err21 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/image",schemaPath:"#/$defs/imageReference/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9._/-]*(:[0-9]+/[a-z0-9._/-]+)?:[A-Za-z0-9_][A-Za-z0-9._-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9._/-]*(:[0-9]+/[a-z0-9._/-]+)?:[A-Za-z0-9_][A-Za-z0-9._-]*$"+"\""};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/image",schemaPath:"#/$defs/imageReference/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data2.purpose !== undefined){
let data4 = data2.purpose;
if(typeof data4 === "string"){
if(func1(data4) > 500){
const err23 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/purpose",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(func1(data4) < 1){
const err24 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/purpose",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/purpose",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data2.part !== undefined){
let data5 = data2.part;
if(!(((((data5 === "registry") || (data5 === "queue")) || (data5 === "models")) || (data5 === "router")) || (data5 === "monitoring"))){
const err26 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/part",schemaPath:"#/properties/services/additionalProperties/properties/part/enum",keyword:"enum",params:{allowedValues: schema157.properties.services.additionalProperties.properties.part.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data2.memory !== undefined){
let data6 = data2.memory;
if(typeof data6 === "string"){
if(!pattern17.test(data6)){
const err27 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/memory",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,9} ?[MG]iB?$"},message:"must match pattern \""+"^[0-9]{1,9} ?[MG]iB?$"+"\""};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/memory",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data2.cpu !== undefined){
let data7 = data2.cpu;
if((!((typeof data7 == "number") && (isFinite(data7)))) && (typeof data7 !== "string")){
const err29 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/cpu",schemaPath:"#/$defs/cpu/type",keyword:"type",params:{type: schema162.type},message:"must be number,string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 1024 || isNaN(data7)){
const err30 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/cpu",schemaPath:"#/$defs/cpu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024},message:"must be <= 1024"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data7 <= 0 || isNaN(data7)){
const err31 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/cpu",schemaPath:"#/$defs/cpu/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(typeof data7 === "string"){
if(!pattern18.test(data7)){
const err32 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/cpu",schemaPath:"#/$defs/cpu/pattern",keyword:"pattern",params:{pattern: "^([0-9]+m|[0-9]+(\\.[0-9]+)?)$"},message:"must match pattern \""+"^([0-9]+m|[0-9]+(\\.[0-9]+)?)$"+"\""};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data2.criticality !== undefined){
let data8 = data2.criticality;
if(!((((data8 === "critical") || (data8 === "high")) || (data8 === "normal")) || (data8 === "low"))){
const err33 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/criticality",schemaPath:"#/$defs/criticality/enum",keyword:"enum",params:{allowedValues: schema163.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data2.owner !== undefined){
let data9 = data2.owner;
if(typeof data9 === "string"){
if(func1(data9) > 500){
const err34 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/owner",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(func1(data9) < 1){
const err35 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/owner",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/owner",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data2.user !== undefined){
let data10 = data2.user;
if(typeof data10 === "string"){
if(!pattern8.test(data10)){
const err37 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/user",schemaPath:"#/properties/services/additionalProperties/properties/user/pattern",keyword:"pattern",params:{pattern: "^[0-9]+:[0-9]+$"},message:"must match pattern \""+"^[0-9]+:[0-9]+$"+"\""};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/user",schemaPath:"#/properties/services/additionalProperties/properties/user/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data2.ports !== undefined){
let data11 = data2.ports;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key4 in data11){
const _errs34 = errors;
if(typeof key4 === "string"){
if(func1(key4) > 63){
const err39 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/ports",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key4};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(!pattern4.test(key4)){
const err40 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/ports",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key4};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/ports",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key4};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
var valid11 = _errs34 === errors;
if(!valid11){
const err42 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/ports",schemaPath:"#/properties/services/additionalProperties/properties/ports/propertyNames",keyword:"propertyNames",params:{propertyName: key4},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
for(const key5 in data11){
let data12 = data11[key5];
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err43 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/ports/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/port/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 65535 || isNaN(data12)){
const err44 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/ports/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data12 < 1 || isNaN(data12)){
const err45 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/ports/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
}
else {
const err46 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/ports",schemaPath:"#/properties/services/additionalProperties/properties/ports/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data2.health !== undefined){
let data13 = data2.health;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.command === undefined){
const err47 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/health",schemaPath:"#/properties/services/additionalProperties/properties/health/required",keyword:"required",params:{missingProperty: "command"},message:"must have required property '"+"command"+"'"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data13.why === undefined){
const err48 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/health",schemaPath:"#/properties/services/additionalProperties/properties/health/required",keyword:"required",params:{missingProperty: "why"},message:"must have required property '"+"why"+"'"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
for(const key6 in data13){
if(!(((key6 === "command") || (key6 === "why")) || (key6 === "startPeriod"))){
const err49 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/health",schemaPath:"#/properties/services/additionalProperties/properties/health/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data13.command !== undefined){
let data14 = data13.command;
if(Array.isArray(data14)){
if(data14.length < 1){
const err50 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/health/command",schemaPath:"#/properties/services/additionalProperties/properties/health/properties/command/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
const len0 = data14.length;
for(let i0=0; i0<len0; i0++){
let data15 = data14[i0];
if(typeof data15 === "string"){
if(func1(data15) > 500){
const err51 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/health/command/" + i0,schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(func1(data15) < 1){
const err52 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/health/command/" + i0,schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/health/command/" + i0,schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
else {
const err54 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/health/command",schemaPath:"#/properties/services/additionalProperties/properties/health/properties/command/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data13.why !== undefined){
let data16 = data13.why;
if(typeof data16 === "string"){
if(func1(data16) > 500){
const err55 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/health/why",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(func1(data16) < 1){
const err56 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/health/why",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/health/why",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data13.startPeriod !== undefined){
let data17 = data13.startPeriod;
if(typeof data17 === "string"){
if(!pattern89.test(data17)){
const err58 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/health/startPeriod",schemaPath:"#/properties/services/additionalProperties/properties/health/properties/startPeriod/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(s|m|h)$"},message:"must match pattern \""+"^[0-9]+(s|m|h)$"+"\""};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/health/startPeriod",schemaPath:"#/properties/services/additionalProperties/properties/health/properties/startPeriod/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
else {
const err60 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/health",schemaPath:"#/properties/services/additionalProperties/properties/health/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data2.entrypoint !== undefined){
let data18 = data2.entrypoint;
if(Array.isArray(data18)){
if(data18.length < 1){
const err61 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/entrypoint",schemaPath:"#/properties/services/additionalProperties/properties/entrypoint/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
const len1 = data18.length;
for(let i1=0; i1<len1; i1++){
let data19 = data18[i1];
if(typeof data19 === "string"){
if(func1(data19) > 500){
const err62 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/entrypoint/" + i1,schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(func1(data19) < 1){
const err63 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/entrypoint/" + i1,schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/entrypoint/" + i1,schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
else {
const err65 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/entrypoint",schemaPath:"#/properties/services/additionalProperties/properties/entrypoint/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data2.command !== undefined){
let data20 = data2.command;
if(Array.isArray(data20)){
const len2 = data20.length;
for(let i2=0; i2<len2; i2++){
let data21 = data20[i2];
if(typeof data21 === "string"){
if(func1(data21) > 500){
const err66 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/command/" + i2,schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(func1(data21) < 1){
const err67 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/command/" + i2,schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/command/" + i2,schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
else {
const err69 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/command",schemaPath:"#/properties/services/additionalProperties/properties/command/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data2.environment !== undefined){
let data22 = data2.environment;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key7 in data22){
const _errs66 = errors;
if(typeof key7 === "string"){
if(func1(key7) > 60){
const err70 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/environment",schemaPath:"#/$defs/envName/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",propertyName:key7};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(!pattern90.test(key7)){
const err71 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/environment",schemaPath:"#/$defs/envName/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9_]*$"},message:"must match pattern \""+"^[A-Z][A-Z0-9_]*$"+"\"",propertyName:key7};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
else {
const err72 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/environment",schemaPath:"#/$defs/envName/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key7};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
var valid26 = _errs66 === errors;
if(!valid26){
const err73 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/environment",schemaPath:"#/properties/services/additionalProperties/properties/environment/propertyNames",keyword:"propertyNames",params:{propertyName: key7},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
for(const key8 in data22){
let data23 = data22[key8];
if(typeof data23 === "string"){
if(func1(data23) > 500){
const err74 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/environment/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(func1(data23) < 1){
const err75 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/environment/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
else {
const err76 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/environment/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
else {
const err77 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/environment",schemaPath:"#/properties/services/additionalProperties/properties/environment/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data2.provides !== undefined){
let data24 = data2.provides;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
for(const key9 in data24){
const _errs75 = errors;
if(typeof key9 === "string"){
if(func1(key9) > 60){
const err78 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/provides",schemaPath:"#/$defs/envName/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",propertyName:key9};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(!pattern90.test(key9)){
const err79 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/provides",schemaPath:"#/$defs/envName/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9_]*$"},message:"must match pattern \""+"^[A-Z][A-Z0-9_]*$"+"\"",propertyName:key9};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
else {
const err80 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/provides",schemaPath:"#/$defs/envName/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key9};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
var valid30 = _errs75 === errors;
if(!valid30){
const err81 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/provides",schemaPath:"#/properties/services/additionalProperties/properties/provides/propertyNames",keyword:"propertyNames",params:{propertyName: key9},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
for(const key10 in data24){
let data25 = data24[key10];
if(typeof data25 === "string"){
if(func1(data25) > 500){
const err82 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/provides/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(func1(data25) < 1){
const err83 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/provides/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
else {
const err84 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/provides/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
}
else {
const err85 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/provides",schemaPath:"#/properties/services/additionalProperties/properties/provides/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data2.volumes !== undefined){
let data26 = data2.volumes;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
for(const key11 in data26){
const _errs84 = errors;
if(typeof key11 === "string"){
if(func1(key11) > 63){
const err86 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/volumes",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key11};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(!pattern4.test(key11)){
const err87 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/volumes",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key11};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
else {
const err88 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/volumes",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key11};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
var valid34 = _errs84 === errors;
if(!valid34){
const err89 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/volumes",schemaPath:"#/properties/services/additionalProperties/properties/volumes/propertyNames",keyword:"propertyNames",params:{propertyName: key11},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
for(const key12 in data26){
let data27 = data26[key12];
if(typeof data27 === "string"){
if(!pattern93.test(data27)){
const err90 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/volumes/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/properties/volumes/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^/"},message:"must match pattern \""+"^/"+"\""};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
else {
const err91 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/volumes/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/properties/volumes/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
}
else {
const err92 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/volumes",schemaPath:"#/properties/services/additionalProperties/properties/volumes/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data2.files !== undefined){
let data28 = data2.files;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
for(const key13 in data28){
const _errs92 = errors;
if(!((((((((((((((((((((((((((((((((((((((key13 === "alert-rules") || (key13 === "prometheus-config")) || (key13 === "router-config")) || (key13 === "gateway-config")) || (key13 === "docker-socket-config")) || (key13 === "broker-config")) || (key13 === "broker-definitions")) || (key13 === "broker-agent-password")) || (key13 === "registry-server-access")) || (key13 === "registry-access-script")) || (key13 === "registry-access-policies")) || (key13 === "registry-access-tokens")) || (key13 === "registry-access-header")) || (key13 === "registry-discovery-token")) || (key13 === "registry-metrics-token")) || (key13 === "registry-health-token")) || (key13 === "registry-checks-config")) || (key13 === "model-server")) || (key13 === "model-check")) || (key13 === "alertmanager-config")) || (key13 === "alertmanager-web-config")) || (key13 === "alertmanager-client")) || (key13 === "alertmanager-password")) || (key13 === "alert-receiver-page")) || (key13 === "alert-receiver-ticket")) || (key13 === "alert-receiver-watchdog")) || (key13 === "prometheus-web-config")) || (key13 === "prometheus-client")) || (key13 === "prometheus-password")) || (key13 === "grafana-admin-password")) || (key13 === "grafana-metrics-password")) || (key13 === "grafana-datasources")) || (key13 === "grafana-dashboard-provider")) || (key13 === "dashboard-fleet")) || (key13 === "dashboard-pool")) || (key13 === "dashboard-agent")) || (key13 === "dashboard-queue")) || (key13 === "dashboard-gateway"))){
const err93 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/files",schemaPath:"#/properties/services/additionalProperties/properties/files/propertyNames/enum",keyword:"enum",params:{allowedValues: schema157.properties.services.additionalProperties.properties.files.propertyNames.enum},message:"must be equal to one of the allowed values",propertyName:key13};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
var valid37 = _errs92 === errors;
if(!valid37){
const err94 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/files",schemaPath:"#/properties/services/additionalProperties/properties/files/propertyNames",keyword:"propertyNames",params:{propertyName: key13},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
for(const key14 in data28){
let data29 = data28[key14];
if(typeof data29 === "string"){
if(!pattern93.test(data29)){
const err95 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/files/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/properties/files/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^/"},message:"must match pattern \""+"^/"+"\""};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
else {
const err96 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/files/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/properties/files/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
}
else {
const err97 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/files",schemaPath:"#/properties/services/additionalProperties/properties/files/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data2.shares !== undefined){
let data30 = data2.shares;
if(Array.isArray(data30)){
if(data30.length > 8){
const err98 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/shares",schemaPath:"#/properties/services/additionalProperties/properties/shares/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
const len3 = data30.length;
for(let i3=0; i3<len3; i3++){
let data31 = data30[i3];
if(typeof data31 === "string"){
if(func1(data31) > 63){
const err99 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/shares/" + i3,schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(!pattern4.test(data31)){
const err100 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/shares/" + i3,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
else {
const err101 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/shares/" + i3,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
let i4 = data30.length;
let j0;
if(i4 > 1){
outer0:
for(;i4--;){
for(j0 = i4; j0--;){
if(func0(data30[i4], data30[j0])){
const err102 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/shares",schemaPath:"#/properties/services/additionalProperties/properties/shares/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i4+" are identical)"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err103 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/shares",schemaPath:"#/properties/services/additionalProperties/properties/shares/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data2.models !== undefined){
let data32 = data2.models;
if(Array.isArray(data32)){
if(data32.length > 16){
const err104 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/models",schemaPath:"#/properties/services/additionalProperties/properties/models/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(data32.length < 1){
const err105 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/models",schemaPath:"#/properties/services/additionalProperties/properties/models/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
const len4 = data32.length;
for(let i5=0; i5<len4; i5++){
let data33 = data32[i5];
if(typeof data33 === "string"){
if(!pattern96.test(data33)){
const err106 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/models/" + i5,schemaPath:"#/properties/services/additionalProperties/properties/models/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9._/-]*(:[A-Za-z0-9][A-Za-z0-9._-]*)?$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9._/-]*(:[A-Za-z0-9][A-Za-z0-9._-]*)?$"+"\""};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
else {
const err107 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/models/" + i5,schemaPath:"#/properties/services/additionalProperties/properties/models/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
let i6 = data32.length;
let j1;
if(i6 > 1){
const indices0 = {};
for(;i6--;){
let item0 = data32[i6];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j1 = indices0[item0];
const err108 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/models",schemaPath:"#/properties/services/additionalProperties/properties/models/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i6+" are identical)"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
break;
}
indices0[item0] = i6;
}
}
}
else {
const err109 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/models",schemaPath:"#/properties/services/additionalProperties/properties/models/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data2.hostMounts !== undefined){
let data34 = data2.hostMounts;
if(Array.isArray(data34)){
const len5 = data34.length;
for(let i7=0; i7<len5; i7++){
let data35 = data34[i7];
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35.host === undefined){
const err110 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/hostMounts/" + i7,schemaPath:"#/properties/services/additionalProperties/properties/hostMounts/items/required",keyword:"required",params:{missingProperty: "host"},message:"must have required property '"+"host"+"'"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(data35.container === undefined){
const err111 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/hostMounts/" + i7,schemaPath:"#/properties/services/additionalProperties/properties/hostMounts/items/required",keyword:"required",params:{missingProperty: "container"},message:"must have required property '"+"container"+"'"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(data35.reason === undefined){
const err112 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/hostMounts/" + i7,schemaPath:"#/properties/services/additionalProperties/properties/hostMounts/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
for(const key15 in data35){
if(!(((key15 === "host") || (key15 === "container")) || (key15 === "reason"))){
const err113 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/hostMounts/" + i7,schemaPath:"#/properties/services/additionalProperties/properties/hostMounts/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data35.host !== undefined){
let data36 = data35.host;
if(typeof data36 === "string"){
if(!pattern93.test(data36)){
const err114 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/hostMounts/" + i7+"/host",schemaPath:"#/properties/services/additionalProperties/properties/hostMounts/items/properties/host/pattern",keyword:"pattern",params:{pattern: "^/"},message:"must match pattern \""+"^/"+"\""};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
else {
const err115 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/hostMounts/" + i7+"/host",schemaPath:"#/properties/services/additionalProperties/properties/hostMounts/items/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
if(data35.container !== undefined){
let data37 = data35.container;
if(typeof data37 === "string"){
if(!pattern93.test(data37)){
const err116 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/hostMounts/" + i7+"/container",schemaPath:"#/properties/services/additionalProperties/properties/hostMounts/items/properties/container/pattern",keyword:"pattern",params:{pattern: "^/"},message:"must match pattern \""+"^/"+"\""};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
else {
const err117 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/hostMounts/" + i7+"/container",schemaPath:"#/properties/services/additionalProperties/properties/hostMounts/items/properties/container/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data35.reason !== undefined){
let data38 = data35.reason;
if(typeof data38 === "string"){
if(func1(data38) > 500){
const err118 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/hostMounts/" + i7+"/reason",schemaPath:"#/$defs/reason/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(func1(data38) < 10){
const err119 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/hostMounts/" + i7+"/reason",schemaPath:"#/$defs/reason/minLength",keyword:"minLength",params:{limit: 10},message:"must NOT have fewer than 10 characters"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
else {
const err120 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/hostMounts/" + i7+"/reason",schemaPath:"#/$defs/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
}
else {
const err121 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/hostMounts/" + i7,schemaPath:"#/properties/services/additionalProperties/properties/hostMounts/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
}
else {
const err122 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/hostMounts",schemaPath:"#/properties/services/additionalProperties/properties/hostMounts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data2.groups !== undefined){
let data39 = data2.groups;
if(Array.isArray(data39)){
if(data39.length > 8){
const err123 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/groups",schemaPath:"#/properties/services/additionalProperties/properties/groups/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
const len6 = data39.length;
for(let i8=0; i8<len6; i8++){
let data40 = data39[i8];
if(typeof data40 === "string"){
if(!pattern99.test(data40)){
const err124 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/groups/" + i8,schemaPath:"#/properties/services/additionalProperties/properties/groups/items/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]*$"},message:"must match pattern \""+"^[1-9][0-9]*$"+"\""};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
else {
const err125 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/groups/" + i8,schemaPath:"#/properties/services/additionalProperties/properties/groups/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
let i9 = data39.length;
let j2;
if(i9 > 1){
const indices1 = {};
for(;i9--;){
let item1 = data39[i9];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j2 = indices1[item1];
const err126 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/groups",schemaPath:"#/properties/services/additionalProperties/properties/groups/uniqueItems",keyword:"uniqueItems",params:{i: i9, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i9+" are identical)"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
break;
}
indices1[item1] = i9;
}
}
}
else {
const err127 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/groups",schemaPath:"#/properties/services/additionalProperties/properties/groups/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data2.writable !== undefined){
let data41 = data2.writable;
if(Array.isArray(data41)){
const len7 = data41.length;
for(let i10=0; i10<len7; i10++){
let data42 = data41[i10];
if(typeof data42 === "string"){
if(!pattern93.test(data42)){
const err128 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/writable/" + i10,schemaPath:"#/properties/services/additionalProperties/properties/writable/items/pattern",keyword:"pattern",params:{pattern: "^/"},message:"must match pattern \""+"^/"+"\""};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
else {
const err129 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/writable/" + i10,schemaPath:"#/properties/services/additionalProperties/properties/writable/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
}
else {
const err130 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/writable",schemaPath:"#/properties/services/additionalProperties/properties/writable/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data2.stateful !== undefined){
if(typeof data2.stateful !== "boolean"){
const err131 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/stateful",schemaPath:"#/properties/services/additionalProperties/properties/stateful/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(data2.onlyWith !== undefined){
if("registry-tokens" !== data2.onlyWith){
const err132 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/onlyWith",schemaPath:"#/properties/services/additionalProperties/properties/onlyWith/const",keyword:"const",params:{allowedValue: "registry-tokens"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data2.afterAgents !== undefined){
if(typeof data2.afterAgents !== "boolean"){
const err133 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/afterAgents",schemaPath:"#/properties/services/additionalProperties/properties/afterAgents/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data2.dependsOn !== undefined){
let data46 = data2.dependsOn;
if(Array.isArray(data46)){
if(data46.length > 64){
const err134 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/dependsOn",schemaPath:"#/properties/services/additionalProperties/properties/dependsOn/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
const len8 = data46.length;
for(let i11=0; i11<len8; i11++){
let data47 = data46[i11];
if(typeof data47 === "string"){
if(func1(data47) > 63){
const err135 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/dependsOn/" + i11,schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
if(!pattern4.test(data47)){
const err136 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/dependsOn/" + i11,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
else {
const err137 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/dependsOn/" + i11,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
let i12 = data46.length;
let j3;
if(i12 > 1){
outer1:
for(;i12--;){
for(j3 = i12; j3--;){
if(func0(data46[i12], data46[j3])){
const err138 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/dependsOn",schemaPath:"#/properties/services/additionalProperties/properties/dependsOn/uniqueItems",keyword:"uniqueItems",params:{i: i12, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i12+" are identical)"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
break outer1;
}
}
}
}
}
else {
const err139 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/dependsOn",schemaPath:"#/properties/services/additionalProperties/properties/dependsOn/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
if(data2.metrics !== undefined){
let data48 = data2.metrics;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(data48.role === undefined){
const err140 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/metrics",schemaPath:"#/properties/services/additionalProperties/properties/metrics/required",keyword:"required",params:{missingProperty: "role"},message:"must have required property '"+"role"+"'"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(data48.port === undefined){
const err141 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/metrics",schemaPath:"#/properties/services/additionalProperties/properties/metrics/required",keyword:"required",params:{missingProperty: "port"},message:"must have required property '"+"port"+"'"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if(data48.path === undefined){
const err142 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/metrics",schemaPath:"#/properties/services/additionalProperties/properties/metrics/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
for(const key16 in data48){
if(!(((key16 === "role") || (key16 === "port")) || (key16 === "path"))){
const err143 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/metrics",schemaPath:"#/properties/services/additionalProperties/properties/metrics/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data48.role !== undefined){
let data49 = data48.role;
if(!((((((((((data49 === "containers") || (data49 === "registry")) || (data49 === "health")) || (data49 === "prober")) || (data49 === "queue")) || (data49 === "router")) || (data49 === "model-gateway")) || (data49 === "monitoring")) || (data49 === "notification")) || (data49 === "dashboards"))){
const err144 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/metrics/role",schemaPath:"#/properties/services/additionalProperties/properties/metrics/properties/role/enum",keyword:"enum",params:{allowedValues: schema157.properties.services.additionalProperties.properties.metrics.properties.role.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data48.port !== undefined){
let data50 = data48.port;
if(typeof data50 === "string"){
if(func1(data50) > 63){
const err145 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/metrics/port",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
if(!pattern4.test(data50)){
const err146 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/metrics/port",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
else {
const err147 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/metrics/port",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
if(data48.path !== undefined){
let data51 = data48.path;
if(typeof data51 === "string"){
if(!pattern103.test(data51)){
const err148 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/metrics/path",schemaPath:"#/properties/services/additionalProperties/properties/metrics/properties/path/pattern",keyword:"pattern",params:{pattern: "^/[A-Za-z0-9/_.?=&-]*$"},message:"must match pattern \""+"^/[A-Za-z0-9/_.?=&-]*$"+"\""};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
else {
const err149 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/metrics/path",schemaPath:"#/properties/services/additionalProperties/properties/metrics/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
}
else {
const err150 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/metrics",schemaPath:"#/properties/services/additionalProperties/properties/metrics/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
}
else {
const err151 = {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
}
else {
const err152 = {instancePath:instancePath+"/services",schemaPath:"#/properties/services/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
}
else {
const err153 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
validate76.errors = vErrors;
return errors === 0;
}
validate76.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

exports.imagesLock = validate77;
const schema180 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://sutazai.dev/schemas/images-lock.schema.json","title":"ImagesLockFile","type":"object","additionalProperties":false,"properties":{"version":{"const":1,"description":"1, the version of this format"},"images":{"type":"object","description":"digests by image with tag","propertyNames":{"$ref":"#/$defs/imageReference"},"additionalProperties":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","description":"a digest: sha256: and 64 hexadecimal digits"}}},"required":["version","images"],"description":"a mapping with version and images","$defs":{"imageReference":{"type":"string","pattern":"^[a-z0-9][a-z0-9._/-]*(:[0-9]+/[a-z0-9._/-]+)?:[A-Za-z0-9_][A-Za-z0-9._-]*$","maxLength":255,"description":"an image with its tag, such as hashicorp/consul:1.21.0 (digests stand in images.lock.yaml)"}}};
const schema181 = {"type":"string","pattern":"^[a-z0-9][a-z0-9._/-]*(:[0-9]+/[a-z0-9._/-]+)?:[A-Za-z0-9_][A-Za-z0-9._-]*$","maxLength":255,"description":"an image with its tag, such as hashicorp/consul:1.21.0 (digests stand in images.lock.yaml)"};
const pattern105 = new RegExp("^sha256:[0-9a-f]{64}$", "u");

function validate77(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://sutazai.dev/schemas/images-lock.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate77.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.images === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "images"},message:"must have required property '"+"images"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "version") || (key0 === "images"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.version !== undefined){
if(1 !== data.version){
const err3 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.images !== undefined){
let data1 = data.images;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
const _errs5 = errors;
if(typeof key1 === "string"){
if(func1(key1) > 255){
const err4 = {instancePath:instancePath+"/images",schemaPath:"#/$defs/imageReference/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",propertyName:key1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern6.test(key1)){
const err5 = {instancePath:instancePath+"/images",schemaPath:"#/$defs/imageReference/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9._/-]*(:[0-9]+/[a-z0-9._/-]+)?:[A-Za-z0-9_][A-Za-z0-9._-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9._/-]*(:[0-9]+/[a-z0-9._/-]+)?:[A-Za-z0-9_][A-Za-z0-9._-]*$"+"\"",propertyName:key1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/images",schemaPath:"#/$defs/imageReference/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var valid1 = _errs5 === errors;
if(!valid1){
const err7 = {instancePath:instancePath+"/images",schemaPath:"#/properties/images/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
for(const key2 in data1){
let data2 = data1[key2];
if(typeof data2 === "string"){
if(!pattern105.test(data2)){
const err8 = {instancePath:instancePath+"/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/images/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/images/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/images",schemaPath:"#/properties/images/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate77.errors = vErrors;
return errors === 0;
}
validate77.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

exports.exemptions = validate78;
const schema182 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://sutazai.dev/schemas/exemptions.schema.json","title":"ExemptionsFile","type":"object","additionalProperties":false,"properties":{"version":{"const":1,"description":"1, the version of this format"},"exemptions":{"type":"array","description":"the exceptions that were decided","items":{"$ref":"#/$defs/exemption"}}},"required":["version","exemptions"],"description":"a mapping with version and exemptions","$defs":{"exemption":{"type":"object","additionalProperties":false,"properties":{"rule":{"type":"string","minLength":1,"maxLength":100,"description":"the id of a rule: fleet explain lists them"},"agents":{"$ref":"#/$defs/patterns"},"services":{"$ref":"#/$defs/patterns"},"tiers":{"type":"array","minItems":1,"uniqueItems":true,"items":{"enum":["local","dev","staging","prod"],"description":"one of local, dev, staging, prod"},"description":"the tiers in which it counts"},"reason":{"$ref":"#/$defs/reason"},"owner":{"$ref":"#/$defs/person"},"approver":{"$ref":"#/$defs/person"},"ticket":{"type":"string","minLength":1,"maxLength":200,"pattern":"^[A-Za-z0-9#][A-Za-z0-9._/:#?=&%-]*$","description":"a ticket, such as FLEET-12 or its address"},"created":{"$ref":"#/$defs/day"},"expires":{"$ref":"#/$defs/day"},"cap":{"type":["string","number"],"description":"the most that is let through, in the unit of the rule: 2GiB, 1.5 or 1500m"}},"required":["rule","tiers","reason","owner","approver","ticket","created","expires"],"title":"ExemptionEntry","description":"an exemption"},"patterns":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9*-]+$","maxLength":63,"description":"a name, with * for any letters"},"description":"a list of names, with * for any letters"},"person":{"type":"string","minLength":1,"maxLength":100,"pattern":"^\\S(.*\\S)?$","description":"a person or a team"},"day":{"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$","description":"a day, such as 2026-11-30"},"reason":{"type":"string","minLength":10,"maxLength":500,"description":"a reason in words, at least 10 characters"}}};
const schema183 = {"type":"object","additionalProperties":false,"properties":{"rule":{"type":"string","minLength":1,"maxLength":100,"description":"the id of a rule: fleet explain lists them"},"agents":{"$ref":"#/$defs/patterns"},"services":{"$ref":"#/$defs/patterns"},"tiers":{"type":"array","minItems":1,"uniqueItems":true,"items":{"enum":["local","dev","staging","prod"],"description":"one of local, dev, staging, prod"},"description":"the tiers in which it counts"},"reason":{"$ref":"#/$defs/reason"},"owner":{"$ref":"#/$defs/person"},"approver":{"$ref":"#/$defs/person"},"ticket":{"type":"string","minLength":1,"maxLength":200,"pattern":"^[A-Za-z0-9#][A-Za-z0-9._/:#?=&%-]*$","description":"a ticket, such as FLEET-12 or its address"},"created":{"$ref":"#/$defs/day"},"expires":{"$ref":"#/$defs/day"},"cap":{"type":["string","number"],"description":"the most that is let through, in the unit of the rule: 2GiB, 1.5 or 1500m"}},"required":["rule","tiers","reason","owner","approver","ticket","created","expires"],"title":"ExemptionEntry","description":"an exemption"};
const schema184 = {"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9*-]+$","maxLength":63,"description":"a name, with * for any letters"},"description":"a list of names, with * for any letters"};
const schema186 = {"type":"string","minLength":10,"maxLength":500,"description":"a reason in words, at least 10 characters"};
const schema187 = {"type":"string","minLength":1,"maxLength":100,"pattern":"^\\S(.*\\S)?$","description":"a person or a team"};
const schema189 = {"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$","description":"a day, such as 2026-11-30"};
const pattern106 = new RegExp("^[a-z0-9*-]+$", "u");
const pattern108 = new RegExp("^\\S(.*\\S)?$", "u");
const pattern110 = new RegExp("^[A-Za-z0-9#][A-Za-z0-9._/:#?=&%-]*$", "u");
const pattern111 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");

function validate79(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate79.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.rule === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.tiers === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tiers"},message:"must have required property '"+"tiers"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.reason === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.owner === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.approver === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "approver"},message:"must have required property '"+"approver"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.ticket === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "ticket"},message:"must have required property '"+"ticket"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.created === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "created"},message:"must have required property '"+"created"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.expires === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "expires"},message:"must have required property '"+"expires"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key0 in data){
if(!(func11.call(schema183.properties, key0))){
const err8 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.rule !== undefined){
let data0 = data.rule;
if(typeof data0 === "string"){
if(func1(data0) > 100){
const err9 = {instancePath:instancePath+"/rule",schemaPath:"#/properties/rule/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func1(data0) < 1){
const err10 = {instancePath:instancePath+"/rule",schemaPath:"#/properties/rule/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/rule",schemaPath:"#/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.agents !== undefined){
let data1 = data.agents;
if(Array.isArray(data1)){
if(data1.length < 1){
const err12 = {instancePath:instancePath+"/agents",schemaPath:"#/$defs/patterns/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(func1(data2) > 63){
const err13 = {instancePath:instancePath+"/agents/" + i0,schemaPath:"#/$defs/patterns/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!pattern106.test(data2)){
const err14 = {instancePath:instancePath+"/agents/" + i0,schemaPath:"#/$defs/patterns/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*-]+$"},message:"must match pattern \""+"^[a-z0-9*-]+$"+"\""};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/agents/" + i0,schemaPath:"#/$defs/patterns/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
let i1 = data1.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data1[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err16 = {instancePath:instancePath+"/agents",schemaPath:"#/$defs/patterns/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err17 = {instancePath:instancePath+"/agents",schemaPath:"#/$defs/patterns/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.services !== undefined){
let data3 = data.services;
if(Array.isArray(data3)){
if(data3.length < 1){
const err18 = {instancePath:instancePath+"/services",schemaPath:"#/$defs/patterns/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
const len1 = data3.length;
for(let i2=0; i2<len1; i2++){
let data4 = data3[i2];
if(typeof data4 === "string"){
if(func1(data4) > 63){
const err19 = {instancePath:instancePath+"/services/" + i2,schemaPath:"#/$defs/patterns/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!pattern106.test(data4)){
const err20 = {instancePath:instancePath+"/services/" + i2,schemaPath:"#/$defs/patterns/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*-]+$"},message:"must match pattern \""+"^[a-z0-9*-]+$"+"\""};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/services/" + i2,schemaPath:"#/$defs/patterns/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
let i3 = data3.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data3[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err22 = {instancePath:instancePath+"/services",schemaPath:"#/$defs/patterns/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err23 = {instancePath:instancePath+"/services",schemaPath:"#/$defs/patterns/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.tiers !== undefined){
let data5 = data.tiers;
if(Array.isArray(data5)){
if(data5.length < 1){
const err24 = {instancePath:instancePath+"/tiers",schemaPath:"#/properties/tiers/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
const len2 = data5.length;
for(let i4=0; i4<len2; i4++){
let data6 = data5[i4];
if(!((((data6 === "local") || (data6 === "dev")) || (data6 === "staging")) || (data6 === "prod"))){
const err25 = {instancePath:instancePath+"/tiers/" + i4,schemaPath:"#/properties/tiers/items/enum",keyword:"enum",params:{allowedValues: schema183.properties.tiers.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
let i5 = data5.length;
let j2;
if(i5 > 1){
outer0:
for(;i5--;){
for(j2 = i5; j2--;){
if(func0(data5[i5], data5[j2])){
const err26 = {instancePath:instancePath+"/tiers",schemaPath:"#/properties/tiers/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i5+" are identical)"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err27 = {instancePath:instancePath+"/tiers",schemaPath:"#/properties/tiers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.reason !== undefined){
let data7 = data.reason;
if(typeof data7 === "string"){
if(func1(data7) > 500){
const err28 = {instancePath:instancePath+"/reason",schemaPath:"#/$defs/reason/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(func1(data7) < 10){
const err29 = {instancePath:instancePath+"/reason",schemaPath:"#/$defs/reason/minLength",keyword:"minLength",params:{limit: 10},message:"must NOT have fewer than 10 characters"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/reason",schemaPath:"#/$defs/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.owner !== undefined){
let data8 = data.owner;
if(typeof data8 === "string"){
if(func1(data8) > 100){
const err31 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/person/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(func1(data8) < 1){
const err32 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/person/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(!pattern108.test(data8)){
const err33 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/person/pattern",keyword:"pattern",params:{pattern: "^\\S(.*\\S)?$"},message:"must match pattern \""+"^\\S(.*\\S)?$"+"\""};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/person/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.approver !== undefined){
let data9 = data.approver;
if(typeof data9 === "string"){
if(func1(data9) > 100){
const err35 = {instancePath:instancePath+"/approver",schemaPath:"#/$defs/person/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(func1(data9) < 1){
const err36 = {instancePath:instancePath+"/approver",schemaPath:"#/$defs/person/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(!pattern108.test(data9)){
const err37 = {instancePath:instancePath+"/approver",schemaPath:"#/$defs/person/pattern",keyword:"pattern",params:{pattern: "^\\S(.*\\S)?$"},message:"must match pattern \""+"^\\S(.*\\S)?$"+"\""};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/approver",schemaPath:"#/$defs/person/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.ticket !== undefined){
let data10 = data.ticket;
if(typeof data10 === "string"){
if(func1(data10) > 200){
const err39 = {instancePath:instancePath+"/ticket",schemaPath:"#/properties/ticket/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(func1(data10) < 1){
const err40 = {instancePath:instancePath+"/ticket",schemaPath:"#/properties/ticket/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(!pattern110.test(data10)){
const err41 = {instancePath:instancePath+"/ticket",schemaPath:"#/properties/ticket/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9#][A-Za-z0-9._/:#?=&%-]*$"},message:"must match pattern \""+"^[A-Za-z0-9#][A-Za-z0-9._/:#?=&%-]*$"+"\""};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/ticket",schemaPath:"#/properties/ticket/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.created !== undefined){
let data11 = data.created;
if(typeof data11 === "string"){
if(!pattern111.test(data11)){
const err43 = {instancePath:instancePath+"/created",schemaPath:"#/$defs/day/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"+"\""};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/created",schemaPath:"#/$defs/day/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.expires !== undefined){
let data12 = data.expires;
if(typeof data12 === "string"){
if(!pattern111.test(data12)){
const err45 = {instancePath:instancePath+"/expires",schemaPath:"#/$defs/day/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"+"\""};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/expires",schemaPath:"#/$defs/day/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.cap !== undefined){
let data13 = data.cap;
if((typeof data13 !== "string") && (!((typeof data13 == "number") && (isFinite(data13))))){
const err47 = {instancePath:instancePath+"/cap",schemaPath:"#/properties/cap/type",keyword:"type",params:{type: schema183.properties.cap.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
validate79.errors = vErrors;
return errors === 0;
}
validate79.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate78(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://sutazai.dev/schemas/exemptions.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate78.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.exemptions === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "exemptions"},message:"must have required property '"+"exemptions"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "version") || (key0 === "exemptions"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.version !== undefined){
if(1 !== data.version){
const err3 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.exemptions !== undefined){
let data1 = data.exemptions;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate79(data1[i0], {instancePath:instancePath+"/exemptions/" + i0,parentData:data1,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/exemptions",schemaPath:"#/properties/exemptions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate78.errors = vErrors;
return errors === 0;
}
validate78.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

exports.baseline = validate81;
const schema191 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://sutazai.dev/schemas/baseline.schema.json","title":"BaselineFile","type":"object","additionalProperties":false,"properties":{"version":{"const":1,"description":"1, the version of this format"},"stacks":{"type":"object","title":"BaselineStacks","description":"the known findings of each stack","additionalProperties":{"type":"array","description":"the known findings of a stack","items":{"$ref":"#/$defs/entry"}}}},"required":["version","stacks"],"description":"a mapping with version and stacks","$defs":{"entry":{"type":"object","additionalProperties":false,"properties":{"fingerprint":{"type":"string","pattern":"^[0-9a-f]{16}$","description":"the fingerprint of a finding: 16 hexadecimal digits"},"rule":{"type":"string","minLength":1,"maxLength":100,"description":"the id of a rule: fleet explain lists them"},"subject":{"type":"string","minLength":1,"maxLength":300,"description":"whom the finding is about"},"property":{"type":"string","minLength":1,"maxLength":300,"description":"the property that was found wrong"}},"required":["fingerprint","rule","subject","property"],"title":"BaselineEntry","description":"a known finding"}}};
const schema192 = {"type":"object","additionalProperties":false,"properties":{"fingerprint":{"type":"string","pattern":"^[0-9a-f]{16}$","description":"the fingerprint of a finding: 16 hexadecimal digits"},"rule":{"type":"string","minLength":1,"maxLength":100,"description":"the id of a rule: fleet explain lists them"},"subject":{"type":"string","minLength":1,"maxLength":300,"description":"whom the finding is about"},"property":{"type":"string","minLength":1,"maxLength":300,"description":"the property that was found wrong"}},"required":["fingerprint","rule","subject","property"],"title":"BaselineEntry","description":"a known finding"};
const pattern113 = new RegExp("^[0-9a-f]{16}$", "u");

function validate81(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://sutazai.dev/schemas/baseline.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate81.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.stacks === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "stacks"},message:"must have required property '"+"stacks"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "version") || (key0 === "stacks"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.version !== undefined){
if(1 !== data.version){
const err3 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.stacks !== undefined){
let data1 = data.stacks;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
let data2 = data1[key1];
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.fingerprint === undefined){
const err4 = {instancePath:instancePath+"/stacks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/$defs/entry/required",keyword:"required",params:{missingProperty: "fingerprint"},message:"must have required property '"+"fingerprint"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data3.rule === undefined){
const err5 = {instancePath:instancePath+"/stacks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/$defs/entry/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data3.subject === undefined){
const err6 = {instancePath:instancePath+"/stacks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/$defs/entry/required",keyword:"required",params:{missingProperty: "subject"},message:"must have required property '"+"subject"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data3.property === undefined){
const err7 = {instancePath:instancePath+"/stacks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/$defs/entry/required",keyword:"required",params:{missingProperty: "property"},message:"must have required property '"+"property"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key2 in data3){
if(!((((key2 === "fingerprint") || (key2 === "rule")) || (key2 === "subject")) || (key2 === "property"))){
const err8 = {instancePath:instancePath+"/stacks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/$defs/entry/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data3.fingerprint !== undefined){
let data4 = data3.fingerprint;
if(typeof data4 === "string"){
if(!pattern113.test(data4)){
const err9 = {instancePath:instancePath+"/stacks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/fingerprint",schemaPath:"#/$defs/entry/properties/fingerprint/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{16}$"},message:"must match pattern \""+"^[0-9a-f]{16}$"+"\""};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/stacks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/fingerprint",schemaPath:"#/$defs/entry/properties/fingerprint/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data3.rule !== undefined){
let data5 = data3.rule;
if(typeof data5 === "string"){
if(func1(data5) > 100){
const err11 = {instancePath:instancePath+"/stacks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/rule",schemaPath:"#/$defs/entry/properties/rule/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(func1(data5) < 1){
const err12 = {instancePath:instancePath+"/stacks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/rule",schemaPath:"#/$defs/entry/properties/rule/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/stacks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/rule",schemaPath:"#/$defs/entry/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data3.subject !== undefined){
let data6 = data3.subject;
if(typeof data6 === "string"){
if(func1(data6) > 300){
const err14 = {instancePath:instancePath+"/stacks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/subject",schemaPath:"#/$defs/entry/properties/subject/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(func1(data6) < 1){
const err15 = {instancePath:instancePath+"/stacks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/subject",schemaPath:"#/$defs/entry/properties/subject/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/stacks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/subject",schemaPath:"#/$defs/entry/properties/subject/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data3.property !== undefined){
let data7 = data3.property;
if(typeof data7 === "string"){
if(func1(data7) > 300){
const err17 = {instancePath:instancePath+"/stacks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/property",schemaPath:"#/$defs/entry/properties/property/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(func1(data7) < 1){
const err18 = {instancePath:instancePath+"/stacks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/property",schemaPath:"#/$defs/entry/properties/property/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/stacks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/property",schemaPath:"#/$defs/entry/properties/property/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/stacks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/$defs/entry/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/stacks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/stacks/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/stacks",schemaPath:"#/properties/stacks/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate81.errors = vErrors;
return errors === 0;
}
validate81.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

exports.tiers = validate82;
const schema193 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://sutazai.dev/schemas/tiers.schema.json","title":"TiersFile","type":"object","additionalProperties":false,"properties":{"version":{"const":1,"description":"1, the version of this format"},"tiers":{"type":"object","additionalProperties":false,"properties":{"local":{"$ref":"#/$defs/tier"},"dev":{"$ref":"#/$defs/tier"},"staging":{"$ref":"#/$defs/tier"},"prod":{"$ref":"#/$defs/tier"}},"required":["local","dev","staging","prod"],"title":"TierEntries","description":"the tiers local, dev, staging and prod"}},"required":["version","tiers"],"description":"a mapping with version and tiers","$defs":{"tier":{"type":"object","additionalProperties":false,"properties":{"stacks":{"type":"array","items":{"type":"string","pattern":"^[a-z][a-z0-9-]*\\*?$","description":"a stack's name, with * at its end for any ending"},"minItems":1,"description":"the names of stacks that may keep this tier"},"agentImage":{"$ref":"#/$defs/name"},"services":{"type":"array","items":{"$ref":"#/$defs/name"},"uniqueItems":true,"description":"the services of this stack, where it does not run all of them"},"budgets":{"type":"object","additionalProperties":false,"properties":{"agentMemory":{"$ref":"#/$defs/memory"},"agentCpu":{"$ref":"#/$defs/cpu"},"hostMemory":{"$ref":"#/$defs/memory"},"hostCpu":{"$ref":"#/$defs/cpu"}},"required":["agentMemory","agentCpu","hostMemory","hostCpu"],"title":"TierBudgets","description":"what a stack may spend"},"enforcement":{"type":"object","additionalProperties":false,"properties":{"critical":{"$ref":"#/$defs/level"},"high":{"$ref":"#/$defs/level"},"medium":{"$ref":"#/$defs/level"},"low":{"$ref":"#/$defs/level"}},"required":["critical","high","medium","low"],"title":"TierEnforcement","description":"a level for each severity"},"overrides":{"type":"array","description":"rules with a level of their own","items":{"type":"object","additionalProperties":false,"properties":{"rule":{"$ref":"#/$defs/name"},"level":{"$ref":"#/$defs/level"},"reason":{"$ref":"#/$defs/reason"}},"required":["rule","level","reason"],"title":"TierOverride","description":"rule, level and reason"}},"exemptions":{"type":"object","additionalProperties":false,"properties":{"longest":{"$ref":"#/$defs/days"},"warn":{"$ref":"#/$defs/days"}},"required":["longest","warn"],"title":"TierExemptions","description":"how long an exemption may count, and how long before its end it is told of; without it none counts at all"},"imagePinning":{"enum":["tag","digest"],"description":"one of tag, digest"},"maxDriftReportAge":{"$ref":"#/$defs/duration"},"registryAccess":{"enum":["open","tokens"],"description":"one of open, tokens: whether the stack's own registry lets everybody in, or only who has a token"},"protectStateful":{"type":"boolean","description":"true or false"},"replicas":{"type":"object","description":"how many of a service, where it is not one","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"integer","minimum":1,"maximum":9,"description":"a number between 1 and 9"}},"limits":{"type":"object","description":"less than the catalog gives a service, such as { ollama: { cpu: 2 } }","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"object","additionalProperties":false,"properties":{"cpu":{"$ref":"#/$defs/cpu"},"memory":{"$ref":"#/$defs/memory"}},"minProperties":1,"title":"TierLimits","description":"cpu, memory or both"}}},"required":["stacks","budgets","enforcement","overrides","imagePinning","protectStateful","replicas"],"title":"TierEntry","description":"a tier"},"level":{"enum":["advisory","mandatory"],"description":"one of advisory, mandatory"},"cpu":{"type":["number","string"],"pattern":"^([0-9]+m|[0-9]+(\\.[0-9]+)?)$","exclusiveMinimum":0,"maximum":100000,"description":"CPU in cores or millicores, such as 0.1 or 100m"},"days":{"type":"string","pattern":"^[0-9]{1,4}d$","description":"a number of days, such as 30d"},"memory":{"type":"string","pattern":"^[0-9]{1,9} ?[MG]iB?$","description":"a memory size in binary units, such as 128MiB or 1GiB"},"duration":{"type":"string","pattern":"^[0-9]+(ms|s|m|h|d)$","description":"a duration with its unit, such as 500ms, 15s, 5m or 1h"},"name":{"type":"string","pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$","maxLength":63,"description":"a lower-case name of letters, digits and single hyphens, such as agent-orchestrator"},"reason":{"type":"string","minLength":10,"maxLength":500,"description":"a reason in words, at least 10 characters"}}};
const schema194 = {"type":"object","additionalProperties":false,"properties":{"stacks":{"type":"array","items":{"type":"string","pattern":"^[a-z][a-z0-9-]*\\*?$","description":"a stack's name, with * at its end for any ending"},"minItems":1,"description":"the names of stacks that may keep this tier"},"agentImage":{"$ref":"#/$defs/name"},"services":{"type":"array","items":{"$ref":"#/$defs/name"},"uniqueItems":true,"description":"the services of this stack, where it does not run all of them"},"budgets":{"type":"object","additionalProperties":false,"properties":{"agentMemory":{"$ref":"#/$defs/memory"},"agentCpu":{"$ref":"#/$defs/cpu"},"hostMemory":{"$ref":"#/$defs/memory"},"hostCpu":{"$ref":"#/$defs/cpu"}},"required":["agentMemory","agentCpu","hostMemory","hostCpu"],"title":"TierBudgets","description":"what a stack may spend"},"enforcement":{"type":"object","additionalProperties":false,"properties":{"critical":{"$ref":"#/$defs/level"},"high":{"$ref":"#/$defs/level"},"medium":{"$ref":"#/$defs/level"},"low":{"$ref":"#/$defs/level"}},"required":["critical","high","medium","low"],"title":"TierEnforcement","description":"a level for each severity"},"overrides":{"type":"array","description":"rules with a level of their own","items":{"type":"object","additionalProperties":false,"properties":{"rule":{"$ref":"#/$defs/name"},"level":{"$ref":"#/$defs/level"},"reason":{"$ref":"#/$defs/reason"}},"required":["rule","level","reason"],"title":"TierOverride","description":"rule, level and reason"}},"exemptions":{"type":"object","additionalProperties":false,"properties":{"longest":{"$ref":"#/$defs/days"},"warn":{"$ref":"#/$defs/days"}},"required":["longest","warn"],"title":"TierExemptions","description":"how long an exemption may count, and how long before its end it is told of; without it none counts at all"},"imagePinning":{"enum":["tag","digest"],"description":"one of tag, digest"},"maxDriftReportAge":{"$ref":"#/$defs/duration"},"registryAccess":{"enum":["open","tokens"],"description":"one of open, tokens: whether the stack's own registry lets everybody in, or only who has a token"},"protectStateful":{"type":"boolean","description":"true or false"},"replicas":{"type":"object","description":"how many of a service, where it is not one","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"integer","minimum":1,"maximum":9,"description":"a number between 1 and 9"}},"limits":{"type":"object","description":"less than the catalog gives a service, such as { ollama: { cpu: 2 } }","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"object","additionalProperties":false,"properties":{"cpu":{"$ref":"#/$defs/cpu"},"memory":{"$ref":"#/$defs/memory"}},"minProperties":1,"title":"TierLimits","description":"cpu, memory or both"}}},"required":["stacks","budgets","enforcement","overrides","imagePinning","protectStateful","replicas"],"title":"TierEntry","description":"a tier"};
const schema195 = {"type":"string","pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$","maxLength":63,"description":"a lower-case name of letters, digits and single hyphens, such as agent-orchestrator"};
const schema197 = {"type":"string","pattern":"^[0-9]{1,9} ?[MG]iB?$","description":"a memory size in binary units, such as 128MiB or 1GiB"};
const schema198 = {"type":["number","string"],"pattern":"^([0-9]+m|[0-9]+(\\.[0-9]+)?)$","exclusiveMinimum":0,"maximum":100000,"description":"CPU in cores or millicores, such as 0.1 or 100m"};
const schema201 = {"enum":["advisory","mandatory"],"description":"one of advisory, mandatory"};
const schema207 = {"type":"string","minLength":10,"maxLength":500,"description":"a reason in words, at least 10 characters"};
const schema208 = {"type":"string","pattern":"^[0-9]{1,4}d$","description":"a number of days, such as 30d"};
const schema210 = {"type":"string","pattern":"^[0-9]+(ms|s|m|h|d)$","description":"a duration with its unit, such as 500ms, 15s, 5m or 1h"};
const pattern114 = new RegExp("^[a-z][a-z0-9-]*\\*?$", "u");
const pattern122 = new RegExp("^[0-9]{1,4}d$", "u");

function validate83(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate83.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.stacks === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "stacks"},message:"must have required property '"+"stacks"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.budgets === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "budgets"},message:"must have required property '"+"budgets"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.enforcement === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "enforcement"},message:"must have required property '"+"enforcement"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.overrides === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "overrides"},message:"must have required property '"+"overrides"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.imagePinning === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "imagePinning"},message:"must have required property '"+"imagePinning"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.protectStateful === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "protectStateful"},message:"must have required property '"+"protectStateful"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.replicas === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "replicas"},message:"must have required property '"+"replicas"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key0 in data){
if(!(func11.call(schema194.properties, key0))){
const err7 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.stacks !== undefined){
let data0 = data.stacks;
if(Array.isArray(data0)){
if(data0.length < 1){
const err8 = {instancePath:instancePath+"/stacks",schemaPath:"#/properties/stacks/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(!pattern114.test(data1)){
const err9 = {instancePath:instancePath+"/stacks/" + i0,schemaPath:"#/properties/stacks/items/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]*\\*?$"},message:"must match pattern \""+"^[a-z][a-z0-9-]*\\*?$"+"\""};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/stacks/" + i0,schemaPath:"#/properties/stacks/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/stacks",schemaPath:"#/properties/stacks/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.agentImage !== undefined){
let data2 = data.agentImage;
if(typeof data2 === "string"){
if(func1(data2) > 63){
const err12 = {instancePath:instancePath+"/agentImage",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern4.test(data2)){
const err13 = {instancePath:instancePath+"/agentImage",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/agentImage",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.services !== undefined){
let data3 = data.services;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(typeof data4 === "string"){
if(func1(data4) > 63){
const err15 = {instancePath:instancePath+"/services/" + i1,schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern4.test(data4)){
const err16 = {instancePath:instancePath+"/services/" + i1,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/services/" + i1,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
let i2 = data3.length;
let j0;
if(i2 > 1){
outer0:
for(;i2--;){
for(j0 = i2; j0--;){
if(func0(data3[i2], data3[j0])){
const err18 = {instancePath:instancePath+"/services",schemaPath:"#/properties/services/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i2+" are identical)"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err19 = {instancePath:instancePath+"/services",schemaPath:"#/properties/services/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.budgets !== undefined){
let data5 = data.budgets;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.agentMemory === undefined){
const err20 = {instancePath:instancePath+"/budgets",schemaPath:"#/properties/budgets/required",keyword:"required",params:{missingProperty: "agentMemory"},message:"must have required property '"+"agentMemory"+"'"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data5.agentCpu === undefined){
const err21 = {instancePath:instancePath+"/budgets",schemaPath:"#/properties/budgets/required",keyword:"required",params:{missingProperty: "agentCpu"},message:"must have required property '"+"agentCpu"+"'"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data5.hostMemory === undefined){
const err22 = {instancePath:instancePath+"/budgets",schemaPath:"#/properties/budgets/required",keyword:"required",params:{missingProperty: "hostMemory"},message:"must have required property '"+"hostMemory"+"'"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data5.hostCpu === undefined){
const err23 = {instancePath:instancePath+"/budgets",schemaPath:"#/properties/budgets/required",keyword:"required",params:{missingProperty: "hostCpu"},message:"must have required property '"+"hostCpu"+"'"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
for(const key1 in data5){
if(!((((key1 === "agentMemory") || (key1 === "agentCpu")) || (key1 === "hostMemory")) || (key1 === "hostCpu"))){
const err24 = {instancePath:instancePath+"/budgets",schemaPath:"#/properties/budgets/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data5.agentMemory !== undefined){
let data6 = data5.agentMemory;
if(typeof data6 === "string"){
if(!pattern17.test(data6)){
const err25 = {instancePath:instancePath+"/budgets/agentMemory",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,9} ?[MG]iB?$"},message:"must match pattern \""+"^[0-9]{1,9} ?[MG]iB?$"+"\""};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/budgets/agentMemory",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data5.agentCpu !== undefined){
let data7 = data5.agentCpu;
if((!((typeof data7 == "number") && (isFinite(data7)))) && (typeof data7 !== "string")){
const err27 = {instancePath:instancePath+"/budgets/agentCpu",schemaPath:"#/$defs/cpu/type",keyword:"type",params:{type: schema198.type},message:"must be number,string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 100000 || isNaN(data7)){
const err28 = {instancePath:instancePath+"/budgets/agentCpu",schemaPath:"#/$defs/cpu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data7 <= 0 || isNaN(data7)){
const err29 = {instancePath:instancePath+"/budgets/agentCpu",schemaPath:"#/$defs/cpu/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(typeof data7 === "string"){
if(!pattern18.test(data7)){
const err30 = {instancePath:instancePath+"/budgets/agentCpu",schemaPath:"#/$defs/cpu/pattern",keyword:"pattern",params:{pattern: "^([0-9]+m|[0-9]+(\\.[0-9]+)?)$"},message:"must match pattern \""+"^([0-9]+m|[0-9]+(\\.[0-9]+)?)$"+"\""};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
if(data5.hostMemory !== undefined){
let data8 = data5.hostMemory;
if(typeof data8 === "string"){
if(!pattern17.test(data8)){
const err31 = {instancePath:instancePath+"/budgets/hostMemory",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,9} ?[MG]iB?$"},message:"must match pattern \""+"^[0-9]{1,9} ?[MG]iB?$"+"\""};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/budgets/hostMemory",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data5.hostCpu !== undefined){
let data9 = data5.hostCpu;
if((!((typeof data9 == "number") && (isFinite(data9)))) && (typeof data9 !== "string")){
const err33 = {instancePath:instancePath+"/budgets/hostCpu",schemaPath:"#/$defs/cpu/type",keyword:"type",params:{type: schema198.type},message:"must be number,string"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 100000 || isNaN(data9)){
const err34 = {instancePath:instancePath+"/budgets/hostCpu",schemaPath:"#/$defs/cpu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data9 <= 0 || isNaN(data9)){
const err35 = {instancePath:instancePath+"/budgets/hostCpu",schemaPath:"#/$defs/cpu/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(typeof data9 === "string"){
if(!pattern18.test(data9)){
const err36 = {instancePath:instancePath+"/budgets/hostCpu",schemaPath:"#/$defs/cpu/pattern",keyword:"pattern",params:{pattern: "^([0-9]+m|[0-9]+(\\.[0-9]+)?)$"},message:"must match pattern \""+"^([0-9]+m|[0-9]+(\\.[0-9]+)?)$"+"\""};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
}
else {
const err37 = {instancePath:instancePath+"/budgets",schemaPath:"#/properties/budgets/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.enforcement !== undefined){
let data10 = data.enforcement;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.critical === undefined){
const err38 = {instancePath:instancePath+"/enforcement",schemaPath:"#/properties/enforcement/required",keyword:"required",params:{missingProperty: "critical"},message:"must have required property '"+"critical"+"'"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data10.high === undefined){
const err39 = {instancePath:instancePath+"/enforcement",schemaPath:"#/properties/enforcement/required",keyword:"required",params:{missingProperty: "high"},message:"must have required property '"+"high"+"'"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data10.medium === undefined){
const err40 = {instancePath:instancePath+"/enforcement",schemaPath:"#/properties/enforcement/required",keyword:"required",params:{missingProperty: "medium"},message:"must have required property '"+"medium"+"'"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data10.low === undefined){
const err41 = {instancePath:instancePath+"/enforcement",schemaPath:"#/properties/enforcement/required",keyword:"required",params:{missingProperty: "low"},message:"must have required property '"+"low"+"'"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
for(const key2 in data10){
if(!((((key2 === "critical") || (key2 === "high")) || (key2 === "medium")) || (key2 === "low"))){
const err42 = {instancePath:instancePath+"/enforcement",schemaPath:"#/properties/enforcement/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data10.critical !== undefined){
let data11 = data10.critical;
if(!((data11 === "advisory") || (data11 === "mandatory"))){
const err43 = {instancePath:instancePath+"/enforcement/critical",schemaPath:"#/$defs/level/enum",keyword:"enum",params:{allowedValues: schema201.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data10.high !== undefined){
let data12 = data10.high;
if(!((data12 === "advisory") || (data12 === "mandatory"))){
const err44 = {instancePath:instancePath+"/enforcement/high",schemaPath:"#/$defs/level/enum",keyword:"enum",params:{allowedValues: schema201.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data10.medium !== undefined){
let data13 = data10.medium;
if(!((data13 === "advisory") || (data13 === "mandatory"))){
const err45 = {instancePath:instancePath+"/enforcement/medium",schemaPath:"#/$defs/level/enum",keyword:"enum",params:{allowedValues: schema201.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data10.low !== undefined){
let data14 = data10.low;
if(!((data14 === "advisory") || (data14 === "mandatory"))){
const err46 = {instancePath:instancePath+"/enforcement/low",schemaPath:"#/$defs/level/enum",keyword:"enum",params:{allowedValues: schema201.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/enforcement",schemaPath:"#/properties/enforcement/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.overrides !== undefined){
let data15 = data.overrides;
if(Array.isArray(data15)){
const len2 = data15.length;
for(let i3=0; i3<len2; i3++){
let data16 = data15[i3];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.rule === undefined){
const err48 = {instancePath:instancePath+"/overrides/" + i3,schemaPath:"#/properties/overrides/items/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data16.level === undefined){
const err49 = {instancePath:instancePath+"/overrides/" + i3,schemaPath:"#/properties/overrides/items/required",keyword:"required",params:{missingProperty: "level"},message:"must have required property '"+"level"+"'"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data16.reason === undefined){
const err50 = {instancePath:instancePath+"/overrides/" + i3,schemaPath:"#/properties/overrides/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
for(const key3 in data16){
if(!(((key3 === "rule") || (key3 === "level")) || (key3 === "reason"))){
const err51 = {instancePath:instancePath+"/overrides/" + i3,schemaPath:"#/properties/overrides/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data16.rule !== undefined){
let data17 = data16.rule;
if(typeof data17 === "string"){
if(func1(data17) > 63){
const err52 = {instancePath:instancePath+"/overrides/" + i3+"/rule",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(!pattern4.test(data17)){
const err53 = {instancePath:instancePath+"/overrides/" + i3+"/rule",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/overrides/" + i3+"/rule",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data16.level !== undefined){
let data18 = data16.level;
if(!((data18 === "advisory") || (data18 === "mandatory"))){
const err55 = {instancePath:instancePath+"/overrides/" + i3+"/level",schemaPath:"#/$defs/level/enum",keyword:"enum",params:{allowedValues: schema201.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data16.reason !== undefined){
let data19 = data16.reason;
if(typeof data19 === "string"){
if(func1(data19) > 500){
const err56 = {instancePath:instancePath+"/overrides/" + i3+"/reason",schemaPath:"#/$defs/reason/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(func1(data19) < 10){
const err57 = {instancePath:instancePath+"/overrides/" + i3+"/reason",schemaPath:"#/$defs/reason/minLength",keyword:"minLength",params:{limit: 10},message:"must NOT have fewer than 10 characters"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/overrides/" + i3+"/reason",schemaPath:"#/$defs/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/overrides/" + i3,schemaPath:"#/properties/overrides/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
else {
const err60 = {instancePath:instancePath+"/overrides",schemaPath:"#/properties/overrides/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data.exemptions !== undefined){
let data20 = data.exemptions;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.longest === undefined){
const err61 = {instancePath:instancePath+"/exemptions",schemaPath:"#/properties/exemptions/required",keyword:"required",params:{missingProperty: "longest"},message:"must have required property '"+"longest"+"'"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data20.warn === undefined){
const err62 = {instancePath:instancePath+"/exemptions",schemaPath:"#/properties/exemptions/required",keyword:"required",params:{missingProperty: "warn"},message:"must have required property '"+"warn"+"'"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
for(const key4 in data20){
if(!((key4 === "longest") || (key4 === "warn"))){
const err63 = {instancePath:instancePath+"/exemptions",schemaPath:"#/properties/exemptions/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data20.longest !== undefined){
let data21 = data20.longest;
if(typeof data21 === "string"){
if(!pattern122.test(data21)){
const err64 = {instancePath:instancePath+"/exemptions/longest",schemaPath:"#/$defs/days/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,4}d$"},message:"must match pattern \""+"^[0-9]{1,4}d$"+"\""};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
else {
const err65 = {instancePath:instancePath+"/exemptions/longest",schemaPath:"#/$defs/days/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data20.warn !== undefined){
let data22 = data20.warn;
if(typeof data22 === "string"){
if(!pattern122.test(data22)){
const err66 = {instancePath:instancePath+"/exemptions/warn",schemaPath:"#/$defs/days/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,4}d$"},message:"must match pattern \""+"^[0-9]{1,4}d$"+"\""};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
else {
const err67 = {instancePath:instancePath+"/exemptions/warn",schemaPath:"#/$defs/days/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
else {
const err68 = {instancePath:instancePath+"/exemptions",schemaPath:"#/properties/exemptions/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data.imagePinning !== undefined){
let data23 = data.imagePinning;
if(!((data23 === "tag") || (data23 === "digest"))){
const err69 = {instancePath:instancePath+"/imagePinning",schemaPath:"#/properties/imagePinning/enum",keyword:"enum",params:{allowedValues: schema194.properties.imagePinning.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data.maxDriftReportAge !== undefined){
let data24 = data.maxDriftReportAge;
if(typeof data24 === "string"){
if(!pattern27.test(data24)){
const err70 = {instancePath:instancePath+"/maxDriftReportAge",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]+(ms|s|m|h|d)$"+"\""};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
else {
const err71 = {instancePath:instancePath+"/maxDriftReportAge",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data.registryAccess !== undefined){
let data25 = data.registryAccess;
if(!((data25 === "open") || (data25 === "tokens"))){
const err72 = {instancePath:instancePath+"/registryAccess",schemaPath:"#/properties/registryAccess/enum",keyword:"enum",params:{allowedValues: schema194.properties.registryAccess.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data.protectStateful !== undefined){
if(typeof data.protectStateful !== "boolean"){
const err73 = {instancePath:instancePath+"/protectStateful",schemaPath:"#/properties/protectStateful/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data.replicas !== undefined){
let data27 = data.replicas;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key5 in data27){
const _errs71 = errors;
if(typeof key5 === "string"){
if(func1(key5) > 63){
const err74 = {instancePath:instancePath+"/replicas",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key5};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(!pattern4.test(key5)){
const err75 = {instancePath:instancePath+"/replicas",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key5};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
else {
const err76 = {instancePath:instancePath+"/replicas",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key5};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
var valid28 = _errs71 === errors;
if(!valid28){
const err77 = {instancePath:instancePath+"/replicas",schemaPath:"#/properties/replicas/propertyNames",keyword:"propertyNames",params:{propertyName: key5},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
for(const key6 in data27){
let data28 = data27[key6];
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
const err78 = {instancePath:instancePath+"/replicas/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/replicas/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 > 9 || isNaN(data28)){
const err79 = {instancePath:instancePath+"/replicas/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/replicas/additionalProperties/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9},message:"must be <= 9"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(data28 < 1 || isNaN(data28)){
const err80 = {instancePath:instancePath+"/replicas/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/replicas/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
}
else {
const err81 = {instancePath:instancePath+"/replicas",schemaPath:"#/properties/replicas/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data.limits !== undefined){
let data29 = data.limits;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key7 in data29){
const _errs79 = errors;
if(typeof key7 === "string"){
if(func1(key7) > 63){
const err82 = {instancePath:instancePath+"/limits",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key7};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(!pattern4.test(key7)){
const err83 = {instancePath:instancePath+"/limits",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key7};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
else {
const err84 = {instancePath:instancePath+"/limits",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key7};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
var valid31 = _errs79 === errors;
if(!valid31){
const err85 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/propertyNames",keyword:"propertyNames",params:{propertyName: key7},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
for(const key8 in data29){
let data30 = data29[key8];
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(Object.keys(data30).length < 1){
const err86 = {instancePath:instancePath+"/limits/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/limits/additionalProperties/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
for(const key9 in data30){
if(!((key9 === "cpu") || (key9 === "memory"))){
const err87 = {instancePath:instancePath+"/limits/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/limits/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data30.cpu !== undefined){
let data31 = data30.cpu;
if((!((typeof data31 == "number") && (isFinite(data31)))) && (typeof data31 !== "string")){
const err88 = {instancePath:instancePath+"/limits/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/cpu",schemaPath:"#/$defs/cpu/type",keyword:"type",params:{type: schema198.type},message:"must be number,string"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 > 100000 || isNaN(data31)){
const err89 = {instancePath:instancePath+"/limits/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/cpu",schemaPath:"#/$defs/cpu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(data31 <= 0 || isNaN(data31)){
const err90 = {instancePath:instancePath+"/limits/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/cpu",schemaPath:"#/$defs/cpu/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(typeof data31 === "string"){
if(!pattern18.test(data31)){
const err91 = {instancePath:instancePath+"/limits/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/cpu",schemaPath:"#/$defs/cpu/pattern",keyword:"pattern",params:{pattern: "^([0-9]+m|[0-9]+(\\.[0-9]+)?)$"},message:"must match pattern \""+"^([0-9]+m|[0-9]+(\\.[0-9]+)?)$"+"\""};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
}
if(data30.memory !== undefined){
let data32 = data30.memory;
if(typeof data32 === "string"){
if(!pattern17.test(data32)){
const err92 = {instancePath:instancePath+"/limits/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/memory",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,9} ?[MG]iB?$"},message:"must match pattern \""+"^[0-9]{1,9} ?[MG]iB?$"+"\""};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
else {
const err93 = {instancePath:instancePath+"/limits/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/memory",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
}
else {
const err94 = {instancePath:instancePath+"/limits/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/limits/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
else {
const err95 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
}
else {
const err96 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
validate83.errors = vErrors;
return errors === 0;
}
validate83.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate82(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://sutazai.dev/schemas/tiers.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate82.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.tiers === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tiers"},message:"must have required property '"+"tiers"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "version") || (key0 === "tiers"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.version !== undefined){
if(1 !== data.version){
const err3 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.tiers !== undefined){
let data1 = data.tiers;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.local === undefined){
const err4 = {instancePath:instancePath+"/tiers",schemaPath:"#/properties/tiers/required",keyword:"required",params:{missingProperty: "local"},message:"must have required property '"+"local"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1.dev === undefined){
const err5 = {instancePath:instancePath+"/tiers",schemaPath:"#/properties/tiers/required",keyword:"required",params:{missingProperty: "dev"},message:"must have required property '"+"dev"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1.staging === undefined){
const err6 = {instancePath:instancePath+"/tiers",schemaPath:"#/properties/tiers/required",keyword:"required",params:{missingProperty: "staging"},message:"must have required property '"+"staging"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1.prod === undefined){
const err7 = {instancePath:instancePath+"/tiers",schemaPath:"#/properties/tiers/required",keyword:"required",params:{missingProperty: "prod"},message:"must have required property '"+"prod"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data1){
if(!((((key1 === "local") || (key1 === "dev")) || (key1 === "staging")) || (key1 === "prod"))){
const err8 = {instancePath:instancePath+"/tiers",schemaPath:"#/properties/tiers/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data1.local !== undefined){
if(!(validate83(data1.local, {instancePath:instancePath+"/tiers/local",parentData:data1,parentDataProperty:"local",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
errors = vErrors.length;
}
}
if(data1.dev !== undefined){
if(!(validate83(data1.dev, {instancePath:instancePath+"/tiers/dev",parentData:data1,parentDataProperty:"dev",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
errors = vErrors.length;
}
}
if(data1.staging !== undefined){
if(!(validate83(data1.staging, {instancePath:instancePath+"/tiers/staging",parentData:data1,parentDataProperty:"staging",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
errors = vErrors.length;
}
}
if(data1.prod !== undefined){
if(!(validate83(data1.prod, {instancePath:instancePath+"/tiers/prod",parentData:data1,parentDataProperty:"prod",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath:instancePath+"/tiers",schemaPath:"#/properties/tiers/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate82.errors = vErrors;
return errors === 0;
}
validate82.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

