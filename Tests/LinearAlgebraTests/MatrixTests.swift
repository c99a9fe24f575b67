import LinearAlgebra
import Statistics
import Testing

extension SeededGenerator {
  mutating func matrix(_ rows: Int, _ columns: Int) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: (0..<rows * columns).map { _ in normal() })
  }
}

private func distance(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).map { abs($0 - $1) }.max() ?? 0 }

@Suite struct MatrixTests {
  @Test func `A hand-worked product`() {
    let a = Matrix([[1, 2], [3, 4], [5, 6]])
    #expect(a.times([10, 1]) == [12, 34, 56])
    #expect(a.transposedTimes([1, 0, 2]) == [11, 14])
    #expect(a.times(Matrix([[1, 0], [0, 2]])) == Matrix([[1, 4], [3, 8], [5, 12]]))
    // 1·1 + 3·3 + 5·5 = 35; 1·2 + 3·4 + 5·6 = 44; 2·2 + 4·4 + 6·6 = 56.
    #expect(a.gram() == Matrix([[35, 44], [44, 56]]))
    // Weights 1, 0, 4: 1 + 100 = 101; 2 + 120 = 122; 4 + 144 = 148.
    #expect(a.gram(weights: [1, 0, 4]) == Matrix([[101, 122], [122, 148]]))
  }

  @Test func `Products agree with their definition on both sides of a block's edge`() {
    var noise = SeededGenerator(seed: 7)
    for rows in [1, RowBlock.length - 1, RowBlock.length, RowBlock.length + 1, 2 * RowBlock.length + 3] {
      let a = noise.matrix(rows, 5)
      let x = (0..<5).map { _ in noise.normal() }
      let y = (0..<rows).map { _ in noise.normal() }
      let ax = (0..<rows).map { i in (0..<5).reduce(0) { $0 + a[i, $1] * x[$1] } }
      let ay = (0..<5).map { j in (0..<rows).reduce(0) { $0 + a[$1, j] * y[$1] } }
      #expect(distance(a.times(x), ax) < 1e-12)
      #expect(distance(a.transposedTimes(y), ay) < 1e-11)
      let gram = a.transposed.times(a)
      #expect(distance(a.gram().elements, gram.elements) < 1e-11)
    }
  }

  @Test func `The same product twice is the same to the last bit`() {
    var noise = SeededGenerator(seed: 11)
    let a = noise.matrix(5000, 17)
    let w = (0..<5000).map { _ in noise.uniform() }
    #expect(a.gram(weights: w) == a.gram(weights: w))
  }

  @Test func `Rows can be picked, repeated and transposed`() {
    let a = Matrix([[1, 2], [3, 4]])
    #expect(a.selectingRows([1, 1, 0]) == Matrix([[3, 4], [3, 4], [1, 2]]))
    #expect(a.transposed.transposed == a)
    #expect(a.row(1) == [3, 4])
  }

  @Test func `A matrix without rows or columns multiplies to nothing`() {
    #expect(Matrix(rows: 0, columns: 3).times([1, 2, 3]) == [])
    #expect(Matrix(rows: 0, columns: 2).transposedTimes([]) == [0, 0])
    #expect(Matrix(rows: 2, columns: 0).times([]) == [0, 0])
    #expect(Matrix(rows: 2, columns: 0).gram() == Matrix(rows: 0, columns: 0))
  }
}

@Suite struct CholeskyTests {
  @Test func `A hand-worked system`() throws {
    // 4x + 2y = 10, 2x + 3y = 11 → x = 1, y = 3; the determinant is 8.
    let factor = try #require(Cholesky(Matrix([[4, 2], [2, 3]])))
    #expect(distance(factor.solve([10, 11]), [1, 3]) < 1e-14)
    #expect(abs(factor.logDeterminant - 2.0794415416798357) < 1e-14)  // log 8
    #expect(distance(factor.inverse.elements, [0.375, -0.25, -0.25, 0.5]) < 1e-14)
  }

  @Test func `Solving undoes multiplying, and the inverse is the inverse`() throws {
    var noise = SeededGenerator(seed: 3)
    for order in [1, 2, 13, 40] {
      var a = noise.matrix(3 * order, order).gram()
      for j in 0..<order { a[j, j] += 1 }
      let x = (0..<order).map { _ in noise.normal() }
      let factor = try #require(Cholesky(a))
      #expect(distance(factor.solve(a.times(x)), x) < 1e-10)
      let identity = a.times(factor.inverse)
      for i in 0..<order {
        for j in 0..<order { #expect(abs(identity[i, j] - (i == j ? 1 : 0)) < 1e-10) }
      }
    }
  }

  @Test func `Only the upper triangle is read`() throws {
    let factor = try #require(Cholesky(Matrix([[4, 2], [999, 3]])))
    #expect(distance(factor.solve([10, 11]), [1, 3]) < 1e-14)
  }

  @Test func `An indefinite, singular or non-finite matrix has no factor`() {
    #expect(Cholesky(Matrix([[1, 2], [2, 1]])) == nil)
    #expect(Cholesky(Matrix([[1, 1], [1, 1]])) == nil)
    #expect(Cholesky(Matrix([[.nan]])) == nil)
    #expect(Cholesky(Matrix([[0]])) == nil)
    #expect(Cholesky(Matrix([])) != nil)
  }
}
