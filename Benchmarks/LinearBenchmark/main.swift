import Foundation

// LinearBenchmark                                                    runs everything, beside scikit-learn
// LinearBenchmark fit DESIGN LABELS COLUMNS C L1RATIO THREADS REPEATS  one fit, as JSON (the Python peer calls this)
// LinearBenchmark rank SCORES LABELS REPEATS                         one threshold sweep and average precision, as JSON

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case nil: exit(try runBesidePeer())
case "fit" where arguments.count == 8: try printFit(Array(arguments.dropFirst()))
case "rank" where arguments.count == 4: try printRanking(Array(arguments.dropFirst()))
default:
  FileHandle.standardError.write(Data("usage: LinearBenchmark [fit … | rank …]; see the head of main.swift\n".utf8))
  exit(2)
}
