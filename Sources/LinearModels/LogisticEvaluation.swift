import Dispatch
import Foundation
import LinearAlgebra

/// The loss of a sample at given coefficients, with its derivatives.
struct LogisticEvaluation {
  /// Σ w_i · loss_i, in nats.
  var loss: Double
  /// With respect to the coefficients, the intercept last where there is one.
  var gradient: [Double]
  /// The second derivatives, both triangles; nil where they were not asked for.
  var hessian: Matrix?
}

extension LogisticSample {
  /// Rows whose sums are taken together, a fixed number: the result does not depend on how many threads take part.
  private static let chunk = 16 * RowBlock.length

  /// Evaluates loss, gradient and, where asked for, Hessian in one walk over the rows.
  ///
  /// Each block is read twice while it lies in the cache: once for the log odds, once for gradient and Hessian.
  /// Complexity: O(rows · columns), with the Hessian O(rows · columns²); memory O(columns²) a chunk of rows.
  func evaluate(at x: [Double], hasIntercept: Bool, withHessian: Bool, threads: Int) -> LogisticEvaluation {
    SingleThreadedBLAS.require()
    let order = x.count
    let size = 1 + order + (withHessian ? order * order : 0)
    let chunks = (design.rows + LogisticSample.chunk - 1) / LogisticSample.chunk
    var partial = [Double](repeating: 0, count: chunks * size)
    partial.withUnsafeMutableBufferPointer { partial in
      // Safe to share: each chunk has its own stretch of `partial`, and one worker writes it.
      nonisolated(unsafe) let out = partial.baseAddress!
      let workers = max(1, min(threads, chunks))
      if workers == 1 {
        for chunk in 0..<chunks {
          add(chunk, at: x, hasIntercept: hasIntercept, withHessian: withHessian, to: out + chunk * size)
        }
      } else {
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
          for chunk in stride(from: worker, to: chunks, by: workers) {
            add(chunk, at: x, hasIntercept: hasIntercept, withHessian: withHessian, to: out + chunk * size)
          }
        }
      }
    }
    var total = Array(partial[0..<size])
    for chunk in 1..<max(1, chunks) {
      for k in 0..<size { total[k] += partial[chunk * size + k] }
    }
    var hessian: Matrix?
    if withHessian {
      hessian = Matrix(rows: order, columns: order, elements: Array(total[(1 + order)...]))
      hessian?.mirrorUpperTriangle()
    }
    return LogisticEvaluation(loss: total[0], gradient: Array(total[1...order]), hessian: hessian)
  }

  /// Adds the sums over one chunk of rows to `out`: loss, gradient, upper triangle of the Hessian.
  private func add(
    _ chunk: Int, at x: [Double], hasIntercept: Bool, withHessian: Bool, to out: UnsafeMutablePointer<Double>
  ) {
    let order = x.count
    let columns = design.columns
    let intercept = hasIntercept ? x[columns] : 0
    let scratch = UnsafeMutablePointer<Double>.allocate(capacity: RowBlock.length * (1 + (withHessian ? order : 0)))
    defer { scratch.deallocate() }
    let scaled = scratch + RowBlock.length
    let first = chunk * LogisticSample.chunk
    let end = min(first + LogisticSample.chunk, design.rows)
    design.elements.withUnsafeBufferPointer { elements in
      x.withUnsafeBufferPointer { x in
        labels.withUnsafeBufferPointer { labels in
          for start in stride(from: first, to: end, by: RowBlock.length) {
            let length = min(RowBlock.length, end - start)
            for i in 0..<length { scratch[i] = intercept + offset(start + i) }
            var source: UnsafePointer<Double>?
            if columns > 0 { source = elements.baseAddress! + start * columns }
            let block = source.map { RowBlock(base: $0, rows: length, columns: columns) }
            block?.addProduct(with: x.baseAddress!, to: scratch)
            var loss = 0.0
            var residuals = 0.0
            for i in 0..<length {
              let z = scratch[i]
              let label = labels[start + i]
              let weight = self.weight(start + i)
              let e = exp(-abs(z))
              let p = (z >= 0 ? 1 : e) / (1 + e)
              // −log p or −log(1 − p) without cancellation; soft labels mix the two.
              loss += weight * (log1p(e) + (z >= 0 ? (1 - label) * z : -label * z))
              let residual = weight * (p - label)
              residuals += residual
              scratch[i] = residual
              guard withHessian else { continue }
              // p (1 − p) = e / (1 + e)².
              let root = (weight * e).squareRoot() / (1 + e)
              let row = scaled + i * order
              if let source {
                let from = source + i * columns
                for j in 0..<columns { row[j] = root * from[j] }
              }
              if hasIntercept { row[columns] = root }
            }
            out[0] += loss
            block?.addTransposedProduct(with: scratch, to: out + 1)
            if hasIntercept { out[1 + columns] += residuals }
            if withHessian {
              RowBlock(base: scaled, rows: length, columns: order).addGram(to: out + 1 + order)
            }
          }
        }
      }
    }
  }
}
