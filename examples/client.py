"""Talk with the chatbot from another program. Run it: python examples/client.py QUESTION..."""

import json
import subprocess
import sys


class SpineFaq:
    """One running `spine-faq serve`. Each patient gets a session name; "reset" forgets what was said."""

    def __init__(self, command=("spine-faq", "serve")):
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8")
        self.hello = json.loads(self.process.stdout.readline())  # it is ready
        self.last_id = 0

    def send(self, **line):
        self.last_id += 1
        self.process.stdin.write(json.dumps({"id": self.last_id, **line}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if answer["type"] == "error":
            raise ValueError(f"{answer['code']}: {answer['message']}")
        return answer

    def close(self):
        self.process.stdin.close()
        return self.process.wait(timeout=10)


if __name__ == "__main__":
    try:
        bot = SpineFaq()
    except OSError as problem:
        sys.exit(f"spine-faq could not be started: {problem}")
    for question in sys.argv[1:]:
        try:
            print(bot.send(type="ask", session="kiosk-1", text=question)["reply"]["text"])
        except ValueError as problem:  # the conversation goes on; "too-long": shorten the question and say so
            print(problem, file=sys.stderr)
    bot.send(type="reset", session="kiosk-1")
    bot.close()
