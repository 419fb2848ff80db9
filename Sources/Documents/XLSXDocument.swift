import CXLSXWriter
import Foundation

/// An Excel workbook of tables, written by libxlsxwriter. The same document gives the same bytes: no clock is read.
public struct XLSXDocument: Sendable {
  /// What stands in one cell. A text is never a formula.
  public enum Cell: Sendable, Equatable {
    case text(String)
    /// Printed with so many decimals.
    case number(Double, decimals: Int)
    /// The name of a sheet, which leads there.
    case sheet(String)
  }

  /// A sheet of one table: title, remark, head, rows, and notes below them.
  public struct Sheet: Sendable {
    /// On the tab: at most 31 characters, none of `[]:*?/\`.
    let name: String
    let title: String
    /// Below the title; empty: an empty row.
    let remark: String
    let head: [String]
    let rows: [[Cell]]
    let notes: [String]

    public init(name: String, title: String, remark: String, head: [String], rows: [[Cell]], notes: [String]) {
      self.name = name
      self.title = title
      self.remark = remark
      self.head = head
      self.rows = rows
      self.notes = notes
    }
  }

  /// What Excel would not open: a name of a sheet that is too long, a text of more than 32,767 characters.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  let title: String
  let author: String
  /// Seconds since 1970 that the file says it was made at.
  let created: Int
  /// At the foot of each printed page, beside the page's number.
  let footer: String
  let sheets: [Sheet]

  /// - Parameter created: seconds since 1970; 0 would be taken as "now", and is not allowed.
  public init(title: String, author: String, created: Int, footer: String, sheets: [Sheet]) {
    precondition(created != 0)
    self.title = title
    self.author = author
    self.created = created
    self.footer = footer
    self.sheets = sheets
  }

  /// The file. Where cells begin: title in the first row, remark in the second, head in the third.
  ///
  /// - Throws: `Failure`; `FileFailure` where the system has no room for the library's temporary files.
  public func bytes() throws -> [UInt8] {
    // The library writes to a path alone.
    let folder = try TemporaryFolder.make("talentflow-xlsx-")
    defer { try? FileTree.remove(folder) }
    let path = "\(folder)/workbook.xlsx"
    do {
      try folder.withCString { try write(to: path, temporary: UnsafeMutablePointer(mutating: $0)) }
      return try FileTree.bytes(of: path)
    } catch let failure as FileFailure {
      throw failure.naming(TemporaryFolder.title, for: folder)
    }
  }

  private static let closing = NSLock()

  private func write(to path: String, temporary folder: UnsafeMutablePointer<CChar>) throws {
    // Whole sheets in memory: they are small, and rows kept in temporary files would leave tables lying there.
    var options = lxw_workbook_options(constant_memory: 0, tmpdir: folder, use_zip64: 0)
    guard let workbook = workbook_new_opt(path, &options) else { throw Failure(description: "xlsx: 内存不足") }
    var failure: Failure?
    do { try XLSXSheets(workbook).add(self) } catch let error as Failure { failure = error }
    // Closing frees what the library holds, also where nothing of it is wanted.
    let (status, number) = XLSXDocument.closing.withLock { (workbook_close_quietly(workbook), errno) }
    if let failure { throw failure }
    guard status == LXW_NO_ERROR else {
      throw FileFailure(operation: "xlsx", path: TemporaryFolder.title, errno: number == 0 ? EIO : number)
    }
  }
}
