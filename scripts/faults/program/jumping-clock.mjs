// Loaded into a server before Next, by the harness alone: its clock goes wrong when the harness says so, by so many
// milliseconds. What counts time from when the machine started, such as a timer, goes on as before.
let byMs = 0;
const RightDate = Date;
const now = () => RightDate.now() + byMs;

globalThis.Date = new Proxy(RightDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new RightDate(now()).toString(),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});

process.on("message", (message) => {
  if (typeof message === "object" && message !== null && "clockIsWrongBy" in message) {
    byMs = Number(message.clockIsWrongBy);
  }
});
process.channel?.unref();
