import CBLAS

/// Consecutive rows of a row-major matrix, borrowed: the unit in which long matrices are walked.
///
/// Every sum over many rows goes block by block in row order, so that a result is a function of the values and the block
/// length alone. BLAS is held to one thread inside a block (see `SingleThreadedBLAS`); whoever wants more threads gives
/// each its own blocks and adds the partial sums in block order.
package struct RowBlock {
  /// Rows in a block: 1,024 rows of 30 doubles are 240 KiB, which stay in a second-level cache while they are read twice.
  package static let length = 1024

  let base: UnsafePointer<Double>
  package let rows: Int
  package let columns: Int

  /// Borrows `rows` × `columns` values from `base`, valid as long as the pointer is.
  package init(base: UnsafePointer<Double>, rows: Int, columns: Int) {
    self.base = base
    self.rows = rows
    self.columns = columns
  }

  /// Adds A·x to `result`, which has one value a row.
  package func addProduct(with x: UnsafePointer<Double>, to result: UnsafeMutablePointer<Double>) {
    guard rows > 0, columns > 0 else { return }
    cblas_dgemv(
      CblasRowMajor, CblasNoTrans, Int32(rows), Int32(columns), 1, base, Int32(columns), x, 1, 1, result, 1)
  }

  /// Adds Aᵀ·y to `result`, which has one value a column.
  package func addTransposedProduct(with y: UnsafePointer<Double>, to result: UnsafeMutablePointer<Double>) {
    guard rows > 0, columns > 0 else { return }
    cblas_dgemv(CblasRowMajor, CblasTrans, Int32(rows), Int32(columns), 1, base, Int32(columns), y, 1, 1, result, 1)
  }

  /// Adds the upper triangle of AᵀA to `result`, a row-major square matrix of order `columns`.
  package func addGram(to result: UnsafeMutablePointer<Double>) {
    guard rows > 0, columns > 0 else { return }
    cblas_dsyrk(
      CblasRowMajor, CblasUpper, CblasTrans, Int32(columns), Int32(rows), 1, base, Int32(columns), 1, result,
      Int32(columns))
  }
}
