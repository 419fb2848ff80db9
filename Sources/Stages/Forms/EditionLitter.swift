/// What desktops and spreadsheets leave in a folder that somebody looked into: no part of an edition.
enum EditionLitter {
  static func isName(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return [".DS_Store", "Thumbs.db", "desktop.ini"].contains(name) || [".~", "~$"].contains { name.hasPrefix($0) }
  }
}
