/// A place: code or name of GB/T 2260.
public struct RegionField: FieldKind {
  public static let name = "region"
  private static let regions = "regions"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .integers([""]) }
  public var list: String? { RegionField.regions }
  public var description: String { "区划代码或地名" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    let reading = decoding.place(text)
    guard let number = reading.code.flatMap(CodeNumber.number) else { return .problem(.region) }
    switch reading.certainty {
    case .assumed: return .value(number, problem: .regionAssumed)
    case .several: return .value(number, problem: .regionSeveral)
    case .sure, .unknown: return .value(number)
    }
  }

  public func views(of name: String) -> [FieldView] {
    [FieldView(.init(name, .text, list: RegionField.regions), "tf_code('regions', \(name))")]
  }
}
