/** What the tiny model can say: pieces of text of which one follows another. */
const WORDS =
  "the agent task queue model router fleet memory check health ready wait done plan work node state data";
const LAYERS = 2;
const HEADS = 4;
const EMBEDDING = 64;
const FEED_FORWARD = 2 * EMBEDDING;
const ALIGNMENT = 32;

/** Types of values in a GGUF file. */
const TYPE = { uint32: 4, int32: 5, float32: 6, bool: 7, string: 8, array: 9 } as const;
type ValueType = keyof typeof TYPE;

/**
 * A language model of half a megabyte with random weights, as a GGUF file of the architecture llama. It says nonsense
 * at once and never ends before it is told to; loading, asking and answering are those of a real one.
 */
export function tinyModel(): Buffer {
  const vocabulary = tokens();
  const values = metadata(vocabulary);
  const tensors = weights(vocabulary.length);
  const head = [
    Buffer.from("GGUF"),
    uint32(3),
    uint64(tensors.length),
    uint64(values.length),
    ...values,
    ...tensorInfos(tensors),
  ];
  return Buffer.concat([padded(Buffer.concat(head)), ...tensors.map(({ data }) => padded(data))]);
}

interface Token {
  readonly text: string;
  readonly score: number;
  /** 1 normal, 2 unknown, 3 control, 6 byte. */
  readonly type: number;
}

function tokens(): Token[] {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, "0"));
  const letters = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
  return [
    { text: "<unk>", score: 0, type: 2 },
    { text: "<s>", score: 0, type: 3 },
    { text: "</s>", score: 0, type: 3 },
    ...bytes.map((byte) => ({ text: `<0x${byte}>`, score: 0, type: 6 })),
    ...letters.map((text, index) => ({ text, score: -1000 - index, type: 1 })),
    { text: "\u2581", score: -999, type: 1 },
    ...WORDS.split(" ").map((word, index) => ({ text: `\u2581${word}`, score: -1 - index, type: 1 })),
  ];
}

function metadata(vocabulary: readonly Token[]): Buffer[] {
  const pick = <K extends keyof Token>(key: K): Token[K][] => vocabulary.map((token) => token[key]);
  return [
    value("general.architecture", "string", "llama"),
    value("general.name", "string", "tiny"),
    value("general.file_type", "uint32", 0),
    value("llama.vocab_size", "uint32", vocabulary.length),
    value("llama.context_length", "uint32", 2048),
    value("llama.embedding_length", "uint32", EMBEDDING),
    value("llama.block_count", "uint32", LAYERS),
    value("llama.feed_forward_length", "uint32", FEED_FORWARD),
    value("llama.attention.head_count", "uint32", HEADS),
    value("llama.attention.head_count_kv", "uint32", HEADS),
    value("llama.attention.layer_norm_rms_epsilon", "float32", 1e-5),
    value("llama.rope.dimension_count", "uint32", EMBEDDING / HEADS),
    value("tokenizer.ggml.model", "string", "llama"),
    list("tokenizer.ggml.tokens", "string", pick("text")),
    list("tokenizer.ggml.scores", "float32", pick("score")),
    list("tokenizer.ggml.token_type", "int32", pick("type")),
    value("tokenizer.ggml.unknown_token_id", "uint32", 0),
    value("tokenizer.ggml.bos_token_id", "uint32", 1),
    value("tokenizer.ggml.eos_token_id", "uint32", 2),
    value("tokenizer.ggml.add_bos_token", "bool", true),
    value("tokenizer.ggml.add_space_prefix", "bool", true),
    value(
      "tokenizer.chat_template",
      "string",
      "{% for m in messages %}{{ m.role }}: {{ m.content }}\n{% endfor %}",
    ),
  ];
}

interface Tensor {
  readonly name: string;
  /** The fastest running dimension first. */
  readonly shape: readonly number[];
  readonly data: Buffer;
}

function weights(vocabulary: number): Tensor[] {
  const random = generator(7);
  const noise = (columns: number, rows: number, scale = 0.2) =>
    Float32Array.from({ length: rows * columns }, () => (random() + random() + random() - 1.5) * 2 * scale);
  const tensor = (name: string, shape: readonly number[], data: Float32Array): Tensor => ({
    name,
    shape,
    data: Buffer.from(data.buffer),
  });
  const norm = (name: string) => tensor(name, [EMBEDDING], new Float32Array(EMBEDDING).fill(1));
  const embedding = noise(EMBEDDING, vocabulary);
  const output = noise(EMBEDDING, vocabulary, 0.4);
  const words = WORDS.split(" ").length;
  for (let row = 0; row < vocabulary; row += 1) {
    // A constant direction, along which words are likely and the end is not.
    embedding[row * EMBEDDING] = 3;
    output[row * EMBEDDING] = row < vocabulary - words ? -4 : 2;
  }
  const layer = (index: number): Tensor[] => {
    const matrix = (part: string, columns: number, rows: number) => {
      const data = noise(columns, rows);
      if (part === "attn_output" || part === "ffn_down") data.fill(0, 0, columns);
      return tensor(`blk.${index}.${part}.weight`, [columns, rows], data);
    };
    return [
      ...["attn_q", "attn_k", "attn_v", "attn_output"].map((part) => matrix(part, EMBEDDING, EMBEDDING)),
      ...["ffn_gate", "ffn_up"].map((part) => matrix(part, EMBEDDING, FEED_FORWARD)),
      matrix("ffn_down", FEED_FORWARD, EMBEDDING),
      ...["attn_norm", "ffn_norm"].map((part) => norm(`blk.${index}.${part}.weight`)),
    ];
  };
  return [
    tensor("token_embd.weight", [EMBEDDING, vocabulary], embedding),
    norm("output_norm.weight"),
    tensor("output.weight", [EMBEDDING, vocabulary], output),
    ...Array.from({ length: LAYERS }, (_, index) => layer(index)).flat(),
  ];
}

function tensorInfos(tensors: readonly Tensor[]): Buffer[] {
  let offset = 0;
  return tensors.map(({ name, shape, data }) => {
    const info = [text(name), uint32(shape.length), ...shape.map(uint64), uint32(0), uint64(offset)];
    offset += Math.ceil(data.length / ALIGNMENT) * ALIGNMENT;
    return Buffer.concat(info);
  });
}

/** Numbers between 0 and 1, the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const uint32 = (count: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(count);
  return bytes;
};
const uint64 = (count: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(count));
  return bytes;
};
const text = (content: string): Buffer => {
  const bytes = Buffer.from(content);
  return Buffer.concat([uint64(bytes.length), bytes]);
};
const padded = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((ALIGNMENT - (bytes.length % ALIGNMENT)) % ALIGNMENT)]);

function encoded(type: ValueType, content: string | number | boolean): Buffer {
  if (type === "string") return text(String(content));
  if (type === "bool") return Buffer.from([content === true ? 1 : 0]);
  const bytes = Buffer.alloc(4);
  if (type === "float32") bytes.writeFloatLE(Number(content));
  else bytes.writeInt32LE(Number(content));
  return bytes;
}

const value = (key: string, type: ValueType, content: string | number | boolean): Buffer =>
  Buffer.concat([text(key), uint32(TYPE[type]), encoded(type, content)]);

const list = (key: string, type: ValueType, contents: readonly (string | number)[]): Buffer =>
  Buffer.concat([
    text(key),
    uint32(TYPE.array),
    uint32(TYPE[type]),
    uint64(contents.length),
    ...contents.map((content) => encoded(type, content)),
  ]);
