// Preloaded into every process that another one of ours starts: when that one is gone, even killed outright, this one ends too,
// by the same way as when it is asked to.
const mark = 'KEMPT_ENDS_WITH_PARENT'
const isMeant = process.env[mark] === '1'
// A child inherits this preload and the environment from us, but its channel belongs to whoever made it, not to us.
delete process.env[mark]

if (isMeant && process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  // The channel alone must not keep a process alive whose work is done.
  process.channel.unref()
}

export {}
