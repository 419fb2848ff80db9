import Domain
import Tabular

/// The header and the first rows of an export, for people who describe it.
public struct ExportSample: Sendable {
  public let header: [String]
  /// The first rows of data, and what stands between them.
  public let rows: [[String]]
  /// Encoding, delimiter and place of the header, in Chinese.
  public let described: String

  /// Rows that are looked at.
  private static let limit = 500

  /// - Parameters:
  ///   - path: of the export, plain or packed.
  ///   - source: what is known of it: at least its contract.
  /// - Throws: `PipelineError` where the file is no table, `ReadError`, `FileFailure`.
  public init(_ path: String, _ source: SourceSpec) throws {
    let export = Export(path: path)
    let stream = try export.open(sheet: source.sheet)
    let sample: [UInt8]
    do { sample = try SampledStream(stream, sampleSize: DialectSniffer.sampleSize).sample } catch {
      throw stream.failure ?? error
    }
    let own = export.isWorkbook ? source.ofSheets : source
    let (dialect, head) = try FileConformer.begin(sample, own, export.place)
    header = head.names
    rows = SampledColumns.rows(sample, dialect, from: head.end, limit: ExportSample.limit).filter { row in
      row != head.names && row.contains { !$0.isEmpty }
    }
    let delimiter =
      dialect.delimiter == UInt8(ascii: "\t") ? "制表符" : "“\(Character(Unicode.Scalar(dialect.delimiter)))”"
    let form = export.isWorkbook ? "工作簿第一张表" : "编码 \(dialect.encoding.rawValue), 分隔符 \(delimiter)"
    described = "\(form), 表头在第 \(head.place) 行"
  }

  /// Whether the header of an export is one that its source can be read by.
  ///
  /// - Throws: as `init`; `PipelineError` TF201, TF210 where a column is missing.
  public static func check(_ path: String, _ source: SourceSpec) throws {
    _ = try HeaderMap(header: ExportSample(path, source).header, source: source, file: Export(path: path).place)
  }

  /// The values of a column that are not empty.
  public func texts(_ column: Int) -> [String] {
    rows.compactMap { column < $0.count && !SourceSpec.usualMissing.contains($0[column]) ? $0[column] : nil }
  }

  /// Pay fields whose values are no pay of a month.
  public func doubtfulPay(_ columns: [String: Int], _ source: SourceSpec) -> Set<String> {
    SampledColumns(rows, header, columns, source).doubtfulPay
  }
}
