import Foundation

/// The seconds of the fastest of several runs, and what the last one returned.
func fastest<Value>(_ repeats: Int, _ work: () throws -> Value) rethrows -> (seconds: Double, value: Value) {
  var best = Double.infinity
  var value: Value
  var left = max(1, repeats)
  repeat {
    let start = DispatchTime.now().uptimeNanoseconds
    value = try work()
    best = min(best, Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9)
    left -= 1
  } while left > 0
  return (best, value)
}

/// A file of little-endian doubles; empty where it cannot be read.
func doubles(_ path: String) -> [Double] {
  guard let data = FileManager.default.contents(atPath: path) else { return [] }
  return [Double](unsafeUninitializedCapacity: data.count / 8) { buffer, count in
    count = data.copyBytes(to: buffer) / 8
  }
}

func printJSON(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys]
  FileHandle.standardOutput.write(try encoder.encode(value))
}

/// Runs the Python peer, which calls this program back; returns its status.
func runBesidePeer() throws -> Int32 {
  let peer = Process()
  peer.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  let program = URL(fileURLWithPath: CommandLine.arguments[0]).standardizedFileURL.path
  peer.arguments = ["bash", "Benchmarks/python.sh", "Benchmarks/logistic_regression.py", program]
  try peer.run()
  peer.waitUntilExit()
  return peer.terminationStatus
}
