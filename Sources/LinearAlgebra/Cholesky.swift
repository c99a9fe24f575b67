import CBLAS
import Foundation

/// The Cholesky factor of a symmetric positive definite matrix.
///
/// Source: LAPACK `dpotrf`, `dpotrs`, `dpotri`. A row-major upper triangle is LAPACK's column-major lower one, so nothing
/// is transposed.
package struct Cholesky: Sendable {
  package let order: Int
  private var factor: [Double]

  /// Factors the symmetric matrix whose upper triangle `matrix` holds; nil where it is not positive definite, to working
  /// precision, or not finite.
  ///
  /// Complexity: O(order³).
  package init?(_ matrix: Matrix) {
    precondition(matrix.rows == matrix.columns, "only a square matrix has a Cholesky factor")
    SingleThreadedBLAS.require()
    order = matrix.rows
    factor = matrix.elements
    guard order > 0 else { return }
    var n = Int32(order)
    var lda = n
    var info: Int32 = 0
    dpotrf_("L", &n, &factor, &lda, &info)
    guard info == 0, diagonal.allSatisfy({ $0.isFinite && $0 > 0 }) else { return nil }
  }

  /// The diagonal of the triangular factor.
  private var diagonal: [Double] { (0..<order).map { factor[$0 * order + $0] } }

  /// The solution x of A·x = b.
  ///
  /// Complexity: O(order²).
  package func solve(_ b: [Double]) -> [Double] {
    precondition(b.count == order, "a system needs one value an equation")
    guard order > 0 else { return [] }
    var n = Int32(order)
    var lda = n
    var ldb = n
    var one: Int32 = 1
    var info: Int32 = 0
    var x = b
    dpotrs_("L", &n, &one, factor, &lda, &x, &ldb, &info)
    return x
  }

  /// A⁻¹, both triangles.
  ///
  /// Complexity: O(order³).
  package var inverse: Matrix {
    var result = Matrix(rows: order, columns: order, elements: factor)
    guard order > 0 else { return result }
    var n = Int32(order)
    var lda = n
    var info: Int32 = 0
    dpotri_("L", &n, &result.elements, &lda, &info)
    result.mirrorUpperTriangle()
    return result
  }

  /// The natural logarithm of det A.
  package var logDeterminant: Double { 2 * diagonal.reduce(0) { $0 + log($1) } }
}
