import Domain

/// `xl/workbook.xml`: the sheets, in their order.
final class WorkbookSheets: WorkbookPart {
  struct Sheet {
    let name: String
    /// By which the relations know it.
    let id: String
    let isHidden: Bool
  }

  private(set) var sheets: [Sheet] = []
  /// Days are counted from 1904, as on old Macintoshes.
  private(set) var isFrom1904 = false

  override func begin(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "sheet":
      let id = attributes.first { $0.key == "id" || $0.key.hasSuffix(":id") }?.value ?? ""
      sheets.append(
        Sheet(name: attributes["name"] ?? "", id: id, isHidden: !["visible", nil].contains(attributes["state"])))
    case "workbookPr": isFrom1904 = ["1", "true"].contains(attributes["date1904"])
    default: break
    }
  }
}

/// `xl/_rels/workbook.xml.rels`: where the parts lie.
final class WorkbookRelations: WorkbookPart {
  private(set) var targets: [String: String] = [:]

  override func begin(_ element: String, _ attributes: [String: String]) {
    guard element == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
    targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
  }
}

/// `xl/sharedStrings.xml`: the texts of cells, each once.
final class WorkbookTexts: WorkbookPart {
  /// Bytes of all texts: they are held in memory.
  private static let limit = 512 << 20

  private(set) var texts: [String] = []
  private var own = ""
  private var isReading = false
  private var bytes = 0
  private let place: String

  init(place: String) { self.place = place }

  override func begin(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "si": own = ""
    // How the text is pronounced is no part of it.
    case "rPh": isReading = true
    case "t" where !isReading: collect()
    default: break
    }
  }

  override func end(_ element: String, _ text: String) {
    switch element {
    case "t": own += text
    case "rPh": isReading = false
    case "si":
      texts.append(own)
      bytes += own.utf8.count + 16
      guard bytes > WorkbookTexts.limit else { return }
      stop(
        PipelineError(
          .unpackedTooLarge, .data, at: place, "表格文件中的文字超过 \(WorkbookTexts.limit >> 20) MB",
          remedy: "另存为 CSV UTF-8 再放进来"))
    default: break
    }
  }
}

/// `xl/styles.xml`: how the numbers of cells are shown.
final class WorkbookFormats: WorkbookPart {
  private(set) var formats: [NumberFormat] = []
  private var codes: [Int: String] = [:]
  private var isWithin = false

  override func begin(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = attributes["formatCode"] }
    case "cellXfs": isWithin = true
    case "xf" where isWithin:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(NumberFormat(id, code: codes[id]))
    default: break
    }
  }

  override func end(_ element: String, _ text: String) {
    if element == "cellXfs" { isWithin = false }
  }
}
