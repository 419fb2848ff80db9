import Domain
import Foundation
import Logging

/// Ends a run on SIGTERM, SIGINT and SIGHUP: the work is asked to stop, and where it has not within `patience`, the
/// process ends as it stands. The warehouse is whole either way; its journal undoes what was under way.
///
/// The signals are taken by a thread of its own that waits for them, not by a handler: so it may take locks, write
/// and call SQLite.
public enum SignalWatch {
  /// Seconds from the signal to the end; cron jobs and service managers kill after more.
  static let patience = 1.4
  /// Within so many seconds a second signal is an echo of the first: `timeout` sends it to the process and its group.
  static let echo = 0.3

  /// To be called once, on the main thread, before any other thread is made: threads take over the signal mask.
  public static func start(_ interruption: Interruption, log: Logger) {
    // A file that grows beyond the limit of the shell is a full disk to us, and a reader of our words that went away
    // is none of our business: no reasons to die.
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    // What the parent told us to ignore (nohup) stays ignored.
    let signals = [SIGTERM, SIGINT, SIGHUP].filter { !isIgnored($0) }
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    let thread = Thread { [set] in watch(set, interruption, log) }
    thread.stackSize = 1 << 20
    thread.start()
  }

  private static func watch(_ set: sigset_t, _ interruption: Interruption, _ log: Logger) {
    var set = set
    var signal: Int32 = 0
    guard sigwait(&set, &signal) == 0 else { return }
    interruption.request(signal)
    let start = Date()
    var pause = timespec(tv_sec: 0, tv_nsec: 20_000_000)
    while interruption.isAtWork, -start.timeIntervalSinceNow < patience {
      interruption.breakOffCall()
      // Who sends a second signal does not want to wait any longer.
      if sigtimedwait(&set, nil, &pause) > 0, -start.timeIntervalSinceNow > echo { break }
    }
    if interruption.claimReport(), let error = interruption.error {
      log.error("\(error)", metadata: error.metadata)
    } else {
      // The main thread is writing that line right now.
      usleep(100_000)
    }
    _exit(128 + signal)
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    sigaction(signal, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
