import ArgumentParser
import Workflow

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the process ends: what it says last, and its exit status.
enum Ending {
  /// Runs `body` and says on standard error what went wrong, on standard output what was asked (help, version).
  static func status(_ body: () throws -> Void) -> ExitStatus {
    do {
      try body()
      return .done
    } catch let error as Finished {
      return error.status
    } catch let error as WorkflowError {
      if case .readerGone = error { return .done }
      Terminal.say("countersign: \(error)")
      return error.exitStatus
    } catch {
      return parsing(error)
    }
  }

  /// What the argument parser threw: a request for help, a usage error, or something that nobody foresaw.
  private static func parsing(_ error: any Error) -> ExitStatus {
    let message = Countersign.fullMessage(for: error)
    switch Countersign.exitCode(for: error) {
    case .success:
      do throws(WorkflowError) { try StandardOutput.write(message + "\n") } catch { return error.exitStatus }
      return .done
    case .validationFailure:
      Terminal.say(message)
      return .usage
    default:
      Terminal.say("countersign: this is a defect of Countersign, please report it: \(type(of: error))")
      return .defect
    }
  }

  /// Ends the process without running what other threads still do.
  static func exit(_ status: ExitStatus) -> Never {
    fflush(nil)
    _exit(status.rawValue)
  }
}

/// A command that ended in order, with a status other than 0.
struct Finished: Error {
  var status: ExitStatus
}
