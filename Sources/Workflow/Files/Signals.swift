import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether somebody asked the process to end; set from a signal handler, hence global.
private let isEndRequested = Atomic<Bool>(false)

/// How the process answers signals.
package enum Signals {
  /// Lets a run end after the transaction under way on SIGINT and SIGTERM, and makes a closed pipe an error of `write`.
  ///
  /// A second signal ends the process at once.
  package static func install() {
    isEndRequested.store(false, ordering: .relaxed)  // brings the global to life outside the handler
    signal(SIGPIPE, SIG_IGN)
    // Whoever started the process may have blocked them.
    var wanted = sigset_t()
    sigemptyset(&wanted)
    sigaddset(&wanted, SIGINT)
    sigaddset(&wanted, SIGTERM)
    sigprocmask(SIG_UNBLOCK, &wanted, nil)
    // Not restarted, so that a read that waits for input ends; the second signal finds the default.
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      #if canImport(Glibc)
        action.__sigaction_handler.sa_handler = { _ in isEndRequested.store(true, ordering: .relaxed) }
      #else
        action.__sigaction_u.__sa_handler = { _ in isEndRequested.store(true, ordering: .relaxed) }
      #endif
      action.sa_flags = CInt(bitPattern: UInt32(SA_RESETHAND))
      sigaction(number, &action, nil)
    }
    for number in [SIGILL, SIGTRAP] {
      signal(number) { _ in
        let message: StaticString =
          "countersign: this is a defect of Countersign, please report it with the lines above\n"
        _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
        _exit(ExitStatus.defect.rawValue)
      }
    }
  }

  /// Throws where the process was asked to end: called between transactions.
  package static func checkpoint() throws(WorkflowError) {
    if isEndRequested.load(ordering: .relaxed) { throw .interrupted }
  }
}
