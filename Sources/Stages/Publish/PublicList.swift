import Documents
import Domain

/// A list with names that everybody may read, since the law orders its publication: a page and a CSV of the same rows.
public struct PublicList: Sendable {
  /// Name of both files, without what follows the dot.
  public static let name = "licences"
  private let title: String
  private let day: Day
  private let heads: [String]
  private let rows: [[String]]

  /// - Parameters:
  ///   - day: until when the data go.
  ///   - heads: names of the columns; empty where there are no rows.
  public init(title: String, day: Day, heads: [String], rows: [[String]]) {
    self.title = title
    self.day = day
    // A column without any entry says nothing: grades that no document orders to be published.
    let told = heads.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    self.heads = told.map { heads[$0] }
    self.rows = rows.map { row in told.map { row[$0] } }
  }

  /// What the page is filled with.
  func context(_ templates: TemplateSet) -> [String: Any] {
    [
      "lang": Language.zh.tag, "style": templates.style, "text": templates.texts.all(.zh), "title": title,
      "day": day.iso, "count": rows.count, "heads": heads,
      "rows": rows.map { ["name": $0.first ?? "", "cells": Array($0.dropFirst())] as [String: Any] },
      "file": "\(PublicList.name).csv",
    ]
  }

  /// Writes both files into `folder`; what is there is replaced.
  ///
  /// - Returns: the path of the page.
  /// - Throws: `FileFailure`.
  public func publish(to folder: String, _ templates: TemplateSet) throws -> String {
    try DurableFolder.make(folder)
    DurableFile.recover(in: folder)
    let page = templates.render(.licences, context(templates))
    try DurableFile.replace("\(folder)/\(PublicList.name).csv", with: CSVText.bytes([heads] + rows))
    try DurableFile.replace("\(folder)/\(PublicList.name).html", with: page)
    return "\(folder)/\(PublicList.name).html"
  }
}
