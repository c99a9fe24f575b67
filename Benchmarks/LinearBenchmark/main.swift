import Foundation
import LinearAlgebra
import LinearModels

// LinearBenchmark DESIGN LABELS COLUMNS C THREADS REPEATS [L1RATIO]
//
// Fits a logistic regression to two files of little-endian doubles (row-major features, labels) and prints one JSON
// object: coefficients, intercept, the seconds of the fastest repeat, and the certificate. Reading is not timed.

func doubles(_ path: String) -> [Double] {
  guard let data = FileManager.default.contents(atPath: path) else { return [] }
  return [Double](unsafeUninitializedCapacity: data.count / 8) { buffer, count in
    count = data.copyBytes(to: buffer) / 8
  }
}

let arguments = CommandLine.arguments
guard arguments.count >= 7, let columns = Int(arguments[3]), let c = Double(arguments[4]),
  let threads = Int(arguments[5]), let repeats = Int(arguments[6])
else {
  FileHandle.standardError.write(
    Data("usage: LinearBenchmark DESIGN LABELS COLUMNS C THREADS REPEATS [L1RATIO]\n".utf8))
  exit(2)
}
let ratio = arguments.count > 7 ? Double(arguments[7]) ?? 0 : 0

let features = doubles(arguments[1])
let labels = doubles(arguments[2])
let design = Matrix(rows: labels.count, columns: columns, elements: features)
let penalty: LogisticPenalty = ratio > 0 ? .elasticNet(c: c, l1Ratio: ratio) : .ridge(c: c)
let regression = LogisticRegression(penalty: penalty, threads: threads)

var fastest = Double.infinity
var fit = LogisticFit?.none
for _ in 0..<max(1, repeats) {
  let start = DispatchTime.now().uptimeNanoseconds
  // The checks of the sample are part of what a caller waits for.
  let sample = try LogisticSample(design: design, labels: labels)
  fit = try regression.fit(sample)
  fastest = min(fastest, Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9)
}

struct Result: Codable {
  var coefficients: [Double]
  var intercept: Double
  var seconds: Double
  var certificate: OptimalityCertificate
}

if let fit {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys]
  let result = Result(
    coefficients: fit.coefficients, intercept: fit.intercept, seconds: fastest, certificate: fit.certificate)
  FileHandle.standardOutput.write(try encoder.encode(result))
}
