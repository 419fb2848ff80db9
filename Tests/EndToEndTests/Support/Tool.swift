import Foundation

/// Programs of the machine that a test can do without.
enum Tool {
  static let python = find(["python3"])
  static let compiler = find(["cc", "clang", "gcc"])
  static let swift = find(["swiftc"])

  private static func find(_ names: [String]) -> Program? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return names.flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }.map { Program(path: $0) }
  }
}
