import Documents

/// Names of warehouses that are kept beside the one in use.
enum OldWarehouse {
  private static let infix = "-before-"

  /// `warehouse-before-4-disclosure-2026-11-28.sqlite`; no such file is there yet.
  ///
  /// - Parameter event: what it is kept for; signs that do not belong in a name become hyphens.
  static func path(of warehouse: String, before event: String) -> String {
    let (folder, stem, ending) = parts(warehouse)
    return FreeName.path(in: folder, "\(stem)\(infix)\(FreeName.words(event))-\(Clock.today().iso)", ending)
  }

  /// The files in the folder of `warehouse` that were kept for `event`.
  static func kept(of warehouse: String, before event: String) -> [String] {
    let (folder, stem, ending) = parts(warehouse)
    let names = (try? FileTree.names(in: folder)) ?? []
    return names.filter { $0.hasPrefix("\(stem)\(infix)\(event)-") && $0.hasSuffix(ending) }.map { "\(folder)/\($0)" }
  }

  private static func parts(_ path: String) -> (folder: String, stem: String, ending: String) {
    let folder = Paths.folder(of: path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.hasSuffix(".sqlite") ? String(name.dropLast(7)) : name
    return (folder.isEmpty ? "." : folder, stem, name == stem ? "" : ".sqlite")
  }
}
