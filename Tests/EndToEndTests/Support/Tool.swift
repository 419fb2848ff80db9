import Foundation

/// Programs of the machine that a test can do without.
enum Tool {
  /// The interpreter itself: what PATH names may be a script that looks for one at every start.
  static let python: Program? = {
    let found = find(["python3"])
    let said = try? found?.run(["-c", "import sys; print(sys.executable)"]).output
    let path = (said ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    return path.isEmpty ? found : Program(path: path)
  }()
  /// Python where it can solve linear programs.
  static let solver: Program? = (try? python?.run(["-c", "import scipy.optimize"]).status) == 0 ? python : nil
  static let compiler = find(["cc", "clang", "gcc"])
  static let swift = find(["swiftc"])

  private static func find(_ names: [String]) -> Program? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return names.flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }.map { Program(path: $0) }
  }
}
