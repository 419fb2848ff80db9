import Domain
import Foundation
import FoundationXML

/// Reads one XML part of a workbook as it is unpacked. Subclasses are told of its elements, whose names come without
/// prefixes.
class WorkbookPart: NSObject, XMLParserDelegate {
  private var parser: XMLParser?
  /// Why reading stopped, where it was not the XML.
  private var failure: (any Error)?
  private var text = ""
  private var isCollecting = false

  func begin(_ element: String, _ attributes: [String: String]) {}

  /// - Parameter text: that of the element, where `collect` was called at its beginning.
  func end(_ element: String, _ text: String) {}

  /// To be called by `begin`: the text up to the end of the element is wanted.
  final func collect() {
    text = ""
    isCollecting = true
  }

  final func stop(_ error: any Error) {
    failure = failure ?? error
    parser?.abortParsing()
  }

  /// - Throws: `PipelineError`, `FileFailure`.
  final func parse(_ reader: ZipMemberReader, place: String) throws {
    let input = PartInput(reader, place: place)
    let parser = XMLParser(stream: input)
    self.parser = parser
    defer { self.parser = nil }
    // What XML can name outside itself is never fetched.
    parser.shouldResolveExternalEntities = false
    parser.delegate = self
    let isRead = parser.parse()
    if let failure = input.failure ?? failure { throw failure }
    guard isRead else {
      throw PipelineError(
        .damagedWorkbook, .data, at: place, "表格文件已损坏: 其中的 XML 读不出 (第 \(parser.lineNumber) 行)",
        remedy: "用 WPS 或 Excel 打开后重新保存, 或另存为 CSV UTF-8")
    }
  }

  final func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    isCollecting = false
    begin(WorkbookPart.plain(name), attributes)
  }

  final func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isCollecting = false
    end(WorkbookPart.plain(name), text)
    text = ""
  }

  final func parser(_ parser: XMLParser, foundCharacters characters: String) {
    if isCollecting { text += characters }
  }

  final func parser(_ parser: XMLParser, foundCDATA block: Data) {
    if isCollecting { text += String(decoding: block, as: UTF8.self) }
  }

  private static func plain(_ name: String) -> String {
    name.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
  }
}

/// A member of the archive for the XML parser.
private final class PartInput: InputStream {
  private let reader: ZipMemberReader
  private let place: String
  private(set) var failure: (any Error)?
  /// What may begin a declaration that the next bytes go on with.
  private var last: [UInt8] = []

  /// No program writes a workbook with declarations of its own; whoever does wants them to grow, or to fetch something.
  private static let declaration = Array("<!DOCTYPE".utf8)

  init(_ reader: ZipMemberReader, place: String) {
    (self.reader, self.place) = (reader, place)
    super.init(data: Data())
  }

  override func open() {}
  override func close() {}
  override var streamError: (any Error)? { nil }
  override var hasBytesAvailable: Bool { failure == nil }

  override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength count: Int) -> Int {
    do {
      let got = try reader.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: count))
      try refuseDeclarations(UnsafeBufferPointer(start: buffer, count: got))
      return got
    } catch {
      // As if the part ended here: of an error the parser would ask the system, which knows of none.
      failure = error
      return 0
    }
  }

  private func refuseDeclarations(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    let wanted = PartInput.declaration
    var isHeld = (last + bytes.prefix(wanted.count)).firstRange(of: wanted) != nil
    var rest = bytes[...]
    // There are few of these marks in XML.
    while !isHeld, let mark = rest.firstIndex(of: UInt8(ascii: "!")) {
      isHeld = mark > 0 && bytes[(mark - 1)...].starts(with: wanted)
      rest = rest[(mark + 1)...]
    }
    guard !isHeld else {
      throw PipelineError(.damagedWorkbook, .data, at: place, "表格文件中有自定义的 XML 声明, 不收", remedy: "用 WPS 或 Excel 打开后重新保存")
    }
    last = Array((last + bytes.suffix(wanted.count)).suffix(wanted.count))
  }
}
