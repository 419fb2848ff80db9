/// A place: code or name of GB/T 2260; `stated: true`: a second column is 1 where the cell itself says it, and missing
/// where another field or the source stands in for it.
public struct RegionField: FieldKind {
  public static let name = "region"
  public static let parameters = ["stated"]
  private static let regions = "regions"
  private let tellsStated: Bool

  public init(_ parameters: Parameters) throws(DeclarationProblem) { tellsStated = try parameters.flag("stated") }

  public var storage: FieldStorage { .integers(tellsStated ? ["", "_stated"] : [""]) }
  public var list: String? { RegionField.regions }
  public var description: String { "区划代码或地名" + (tellsStated ? "; 另记这一格是否写明" : "") }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    let reading = decoding.place(text)
    guard let number = reading.code.flatMap(CodeNumber.number) else { return .problem(.region) }
    var decoded = Decoded.values(number, tellsStated ? 1 : nil)
    switch reading.certainty {
    case .assumed: decoded.problem = .regionAssumed
    case .several: decoded.problem = .regionSeveral
    case .sure, .unknown: break
    }
    return decoded
  }

  public func views(of name: String) -> [FieldView] {
    [FieldView(.init(name, .text, list: RegionField.regions), "tf_code('regions', \(name))")]
      + (tellsStated ? [FieldView(.init("\(name)_stated", .number), "\(name)_stated")] : [])
  }
}
