import Foundation

/// Finds the place that a text names: a code of GB/T 2260, or names from province to county, with or without 省/市/区,
/// run together or separated, with a street behind (`广西防城港市东兴`, `深圳深圳宝安区宝安`, `湖北省武汉东湖…`).
///
/// What lies in the home region goes before what bears the same name elsewhere. What may be several places, or a street
/// or a village that bears the name of one, is unknown.
public struct RegionNames: Sendable {
  private let index: RegionNameIndex
  private let home: String?

  /// - Parameters:
  ///   - regions: the list of GB/T 2260.
  ///   - towns: lists of what lies in its counties.
  ///   - home: the code that decides between places of one name: what lies in its prefecture wins.
  public init(regions: CodeList, towns: [CodeList] = [], home: String?) {
    self.init(RegionNameIndex(regions, towns: towns), home: home)
  }

  init(_ index: RegionNameIndex, home: String?) {
    self.index = index
    self.home = home
  }

  private var list: CodeList { index.list }

  /// What a text says of a place.
  ///
  /// - Parameter first: whether the first of several places stands for all.
  public func read(_ text: String, first: Bool = false) -> RegionReading {
    // A description that got into the column is no place, and long.
    let text = String(text.prefix(PlaceText.textLimit))
    let folded = TextFold.fold(text)
    let digits = folded.prefix { $0.isASCII && $0.isNumber }
    if digits.count >= 6 { return byCode(String(digits), String(folded.dropFirst(digits.count))) }
    let found = read(PlaceText.pieces(text), first)
    guard found.code == nil, let simplified = text.applyingTransform(StringTransform("Hant-Hans"), reverse: false),
      simplified != text
    else { return found }
    return read(PlaceText.pieces(simplified), first)
  }

  /// The code itself, a superseded code's successor, else (told) the prefecture or province it lies in; a name behind it
  /// must say the same.
  private func byCode(_ code: String, _ rest: String) -> RegionReading {
    guard [6, 9, 12].contains(code.count) else { return .unknown }
    let six = String(code.prefix(6))
    let exact = list.entry(named: six)?.code
    // What is no place of the country has no part that could stand for it.
    guard exact != nil || six < "9" else { return .unknown }
    guard
      let found = exact ?? list.entry(code: six.prefix(4) + "00")?.code
        ?? list.entry(code: six.prefix(2) + "0000")?.code
    else { return .unknown }
    let certainty = exact == nil ? RegionReading.Certainty.assumed : .sure
    guard !rest.isEmpty, let named = read(PlaceText.pieces(rest), false).code, named != found else {
      return RegionReading(code: found, certainty: certainty)
    }
    if list.isWithin(found, named) { return RegionReading(code: found, certainty: certainty) }
    return list.isWithin(named, found) ? RegionReading(code: named, certainty: certainty) : .unknown
  }

  private func read(_ pieces: [[Character]], _ first: Bool) -> RegionReading {
    var reader = PlaceReader(index: index, home: home)
    for piece in pieces { reader.read(piece) }
    let places = reader.finished()
    guard let only = places.first else { return .unknown }
    guard places.count > 1, !first else { return only }
    guard places.allSatisfy({ $0.code != nil }) else { return .unknown }
    return RegionReading(code: common(places.compactMap(\.code)), certainty: .several)
  }

  /// The smallest place that holds several; the whole country where no province does.
  private func common(_ codes: [String]) -> String? {
    list.lineage(of: codes[0]).map(\.code).first { above in codes.allSatisfy { list.isWithin($0, above) } }
      ?? list.entry(code: "900000")?.code
  }
}
