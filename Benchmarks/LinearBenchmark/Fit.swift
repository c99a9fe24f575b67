import LinearAlgebra
import LinearModels

struct FitResult: Codable {
  var coefficients: [Double]
  var intercept: Double
  var seconds: Double
  var certificate: OptimalityCertificate
}

/// Fits a ridge or elastic-net regression to row-major features and prints it; reading is not timed, checking is.
func printFit(_ arguments: [String]) throws {
  let labels = doubles(arguments[1])
  let design = Matrix(rows: labels.count, columns: Int(arguments[2]) ?? 0, elements: doubles(arguments[0]))
  let c = Double(arguments[3]) ?? 1
  let ratio = Double(arguments[4]) ?? 0
  let penalty: LogisticPenalty = ratio > 0 ? .elasticNet(c: c, l1Ratio: ratio) : .ridge(c: c)
  let regression = LogisticRegression(penalty: penalty, threads: Int(arguments[5]) ?? 1)
  let (seconds, fit) = try fastest(Int(arguments[6]) ?? 1) {
    try regression.fit(LogisticSample(design: design, labels: labels))
  }
  try printJSON(
    FitResult(
      coefficients: fit.coefficients, intercept: fit.intercept, seconds: seconds, certificate: fit.certificate))
}
