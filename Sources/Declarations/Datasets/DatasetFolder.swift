import Domain
import Foundation

/// Reads all datasets of a folder.
public enum DatasetFolder {
  /// - Throws: `PipelineError` TF681 where the folder cannot be read, TF682 where two files declare one dataset; of
  ///   `DatasetFile`.
  public static func read(_ folder: String) throws -> Datasets {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw PipelineError(
        .noDatasets, .noInput, at: folder, "没有数据集文件夹", remedy: "在流程文件中写 datasets: 文件夹, 或把程序自带的 Pipelines/datasets 复制到这里"
      )
    }
    var contracts: [Contract] = []
    var selects: [(view: DatasetView, of: String, path: String)] = []
    for name in names.sorted() where name.hasSuffix(".yaml") && !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      let declared = try DatasetFile.read(path)
      let own =
        switch declared {
        case .contract(let contract): contract.name
        case .derived(let view, _): view.name
        }
      guard own == name.dropLast(5) else {
        throw PipelineError(.datasetFileName, .config, at: path, "数据集 \(own) 与文件名不同", remedy: "把文件改名为 \(own).yaml")
      }
      switch declared {
      case .contract(let contract): contracts.append(contract)
      case .derived(let view, let base): selects.append((view, base, path))
      }
    }
    let datasets = Datasets(contracts)
    return Datasets(
      contracts,
      derived: try selects.map { select in
        guard let base = datasets.named(select.of) else {
          throw PipelineError(
            .unknownDataset, .config, at: select.path, "fields_of 的 \(select.of) 不是数据集",
            remedy: "可用: \(contracts.map(\.name).joined(separator: " "))")
        }
        return select.view.over(base)
      })
  }
}

extension DatasetView {
  /// A derived dataset whose columns are of the kinds that those of `base` are, its own beside them.
  fileprivate func over(_ base: Contract) -> DatasetView {
    let view = base.view.view
    let own = Set(columns.map(\.name))
    let contributor: ContributorKind? =
      switch roles.contributor {
      case nil: nil
      case .nobody: .nobody
      case .field(let name): view.column(name)?.storage == .opaque && name != "employer" ? .person : .unit
      }
    return DatasetView(
      name: name, title: title, columns: view.columns.filter { !own.contains($0.name) } + columns, roles: roles,
      contributor: contributor, select: select)
  }
}
