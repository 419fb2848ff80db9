import Foundation

/// The files of the measuring kit: made once, kept in a folder.
struct KitData {
  let kit: String
  let folder: String

  /// One export of the generator.
  struct Export {
    let name: String
    let arguments: [String]

    static let million = Export(name: "p1m", arguments: ["1000000", "utf8", "42"])
    static let fiveMillion = Export(name: "p5m", arguments: ["5000000", "utf8", "42"])
    static let millionGB = Export(name: "p1m.gb", arguments: ["1000000", "gb18030", "42"])
    /// 50 thousand rows, a fifth of which are new versions of the five million.
    static let night = Export(name: "inc5m", arguments: ["50000", "utf8", "42", "5000000", "20", "5000000"])
  }

  var codes: String { "\(folder)/codes" }

  /// Builds the generator and the code lists of the kit where they are missing.
  func prepare() throws {
    try FileManager.default.createDirectory(atPath: codes, withIntermediateDirectories: true)
    guard !FileManager.default.fileExists(atPath: "\(folder)/gen") else { return }
    _ = try Measurement(["cc", "-O3", "-w", "-o", "\(folder)/gen", "\(kit)/gen/gen.c", "-lm"])
    _ = try Measurement(["python3", "\(kit)/gen/mkpools.py", codes])
    try KitLists(codes: codes, target: "\(folder)/codelists").write()
  }

  /// The path of an export, made where it is missing.
  func path(_ export: Export) throws -> String {
    let path = "\(folder)/\(export.name).csv"
    if !FileManager.default.fileExists(atPath: path) {
      let command = (["\(folder)/gen", "\(codes)/pools.txt"] + export.arguments).joined(separator: " ")
      _ = try Measurement(["/bin/sh", "-c", "\(command) > '\(path).new' && mv '\(path).new' '\(path)'"])
    }
    return path
  }

  /// A pipeline over one export in a folder of its own; returns the path of its file.
  func pipeline(_ name: String, export path: String) throws -> String {
    let place = "\(folder)/talentflow-\(name)"
    let manager = FileManager.default
    try? manager.removeItem(atPath: place)
    try manager.createDirectory(atPath: "\(place)/in", withIntermediateDirectories: true)
    try manager.linkItem(atPath: path, toPath: "\(place)/in/\((path as NSString).lastPathComponent)")
    try manager.createSymbolicLink(atPath: "\(place)/codelists", withDestinationPath: "\(folder)/codelists")
    try manager.createSymbolicLink(
      atPath: "\(place)/datasets", withDestinationPath: "\(manager.currentDirectoryPath)/Pipelines/datasets")
    try Data(PackageResources.kit_source_yaml).write(to: URL(fileURLWithPath: "\(place)/source.yaml"))
    try Data(PackageResources.kit_pipeline_yaml).write(to: URL(fileURLWithPath: "\(place)/pipeline.yaml"))
    return "\(place)/pipeline.yaml"
  }
}
