// Loaded into the `nexus` command: when the script that started it is killed, it stops in order.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref(); // the channel alone keeps nothing running
