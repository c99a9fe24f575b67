import Foundation

/// Holds OpenBLAS, where it is the BLAS in force, to one thread.
///
/// OpenBLAS splits a product by the number of its threads, and the split changes the last bits of the sums: with one
/// thread a result depends on machine and binary alone. The function is looked up by name, since the reference BLAS has
/// none and is single-threaded anyway. The setting belongs to the library, hence to the process; nothing sets it back.
///
/// The threads that the library began when it was loaded are ended, too: idle, they yield the processor for a tenth of a
/// second to whoever wants it, and take it again.
package enum SingleThreadedBLAS {
  private static let isSet: Bool = {
    let program = dlopen(nil, RTLD_NOW)
    guard let symbol = dlsym(program, "openblas_set_num_threads") else { return false }
    typealias Setter = @convention(c) (Int32) -> Void
    unsafeBitCast(symbol, to: Setter.self)(1)
    typealias Ending = @convention(c) () -> Int32
    if let symbol = dlsym(program, "blas_thread_shutdown_") { _ = unsafeBitCast(symbol, to: Ending.self)() }
    return true
  }()

  /// Makes it so; returns whether the library had threads to restrain.
  ///
  /// The first call does the work.
  @discardableResult
  package static func require() -> Bool { isSet }
}
