// Loaded into the server before Next. The channel closes when the program that started it is gone, also by kill -9;
// without this the server would live on, hold its port and talk to a database that nobody looks after.
process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 30_000).unref();
});
process.channel?.unref();
