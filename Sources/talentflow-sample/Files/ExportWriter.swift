import Foundation

/// Writes the exports below a folder and tells the ledger, if there is one, what it wrote.
struct ExportWriter {
  /// Folder that holds one folder a system.
  let folder: URL
  let ledger: Ledger?

  /// Bytes gathered before they are written.
  private static let blockSize = 1 << 20

  /// Writes `<system>/<system>-<quarter>.csv`.
  func write(_ rows: [SampleRow], _ layout: ExportLayout, _ quarter: Quarter) throws {
    let system = folder.appending(path: layout.system)
    try FileManager.default.createDirectory(at: system, withIntermediateDirectories: true)
    let name = "\(layout.system)-\(quarter.name).csv"
    let path = system.appending(path: name)
    try Data().write(to: path)
    let file = try FileHandle(forWritingTo: path)
    defer { try? file.close() }
    let encoder = RowEncoder(layout: layout)
    var block = encoder.header
    var line = 2
    ledger?.open(system: layout.system, file: name)
    for row in rows {
      let bytes = encoder.encode(row)
      block += bytes
      ledger?.record(row, bytes: bytes, line: line)
      line += bytes.count { $0 == 0x0A }
      if block.count > ExportWriter.blockSize {
        try file.write(contentsOf: block)
        block.removeAll(keepingCapacity: true)
      }
    }
    try file.write(contentsOf: block)
  }
}
