// Talk with the chatbot from another program. Run it: node examples/client.mjs "is this common?"
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export class SpineFaq {
  // One running `spine-faq serve`. Each patient gets a session name; "reset" forgets what was said in it.
  constructor(command = "spine-faq", parameters = ["serve"]) {
    this.process = spawn(command, parameters, { stdio: ["pipe", "pipe", "inherit"] });
    this.waiting = []; // answers come in the order of the questions
    createInterface({ input: this.process.stdout }).on("line", (line) => this.waiting.shift()?.(JSON.parse(line)));
    this.lastId = 0;
    this.hello = new Promise((resolve) => this.waiting.push(resolve)); // it is ready
  }

  async send(line) {
    const answer = new Promise((resolve) => this.waiting.push(resolve));
    this.process.stdin.write(JSON.stringify({ id: ++this.lastId, ...line }) + "\n");
    const { type, code, message, ...rest } = await answer;
    if (type === "error") throw new Error(`${code}: ${message}`);
    return rest;
  }
}

const questions = process.argv.slice(2);
const bot = new SpineFaq();
await bot.hello;
for (const text of questions) console.log((await bot.send({ type: "ask", session: "kiosk-1", text })).reply.text);
await bot.send({ type: "reset", session: "kiosk-1" });
bot.process.stdin.end();
