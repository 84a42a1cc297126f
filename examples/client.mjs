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
    this.hello = new Promise((resolve, reject) => {
      this.waiting.push(resolve); // it is ready
      this.process.on("error", reject); // there is no such command
    });
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
try {
  await bot.hello;
} catch (problem) {
  console.error(`spine-faq could not be started: ${problem.message}`);
  process.exit(1);
}
for (const text of questions) {
  // After an error the conversation goes on; "too-long": shorten the question and say so.
  const answer = bot.send({ type: "ask", session: "kiosk-1", text }).then((line) => console.log(line.reply.text));
  await answer.catch((problem) => console.error(problem.message));
}
await bot.send({ type: "reset", session: "kiosk-1" });
bot.process.stdin.end();
