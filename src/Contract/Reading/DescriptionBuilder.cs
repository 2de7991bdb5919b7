using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Reading.Grammar;
using SocialContract.Contract.Reading.References;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Reading;

/// <summary>
/// Builds a description from an entry file: checks the grammar, which also opens the other files, then reads the model, then checks what
/// concerns several operations.
/// </summary>
internal sealed class DescriptionBuilder(
    DocumentFile entry, SpecificationVersion specification, DiagnosticBag diagnostics, LoadOptions options)
{
    private readonly DocumentSet _documents = new(entry, DialectChoice.Of(entry, specification, diagnostics));
    private readonly ProvenanceTree _provenances = new();

    public LoadResult Build()
    {
        var faults = new FaultLog(diagnostics);
        new GrammarWalker(new ModelFiles(_documents, diagnostics, options), specification, faults).Run();

        // Schemas are compiled on first use, which is after the rules are there.
        RuleBook? rules = null;
        var schemas = new SchemaCatalog(
            _documents,
            specification,
            options.SwitchedOff.Count == 0 ? null : (keyword, property) => rules!.Enforced(rules.Find(keyword, property)) is null);
        var context = new ModelContext(_documents, specification, _provenances, schemas, faults);
        var security = new SecurityReader(context);
        var operations = new OperationReader(context, security).Read();
        new OperationConstraints(_documents, diagnostics).Run(operations);
        rules = new RuleBook(_documents, _provenances, operations, schemas.View, options.SwitchedOff);
        ReportUnknownRules(rules);
        if (_documents.Files.Sum(file => (long)file.Text.Length) <= options.CheckUpToBytes)
        {
            operations = [.. operations.Select(operation => Checked(operation, schemas))];
        }

        var root = _documents.Root;
        var info = root.Member("info");
        return new LoadResult.Loaded(new ContractDescription
        {
            Title = info?.Text("title") ?? Path.GetFileName(entry.DisplayPath),
            Version = info?.Text("version") ?? "",
            OpenApi = root.Text("openapi") ?? root.Member("openapi")!.Value.Value.GetRawText(),
            Specification = specification,
            Operations = operations,
            SecuritySchemes = security.Schemes,
            ProviderStates = ExtensionReader.ProviderStates(root),
            Gaps = ExtensionReader.Gaps(_documents),
            Diagnostics = diagnostics.InDocumentOrder(_documents.Files),
            Rules = rules,
            Schemas = schemas,
            Documents = _documents,
        });
    }

    private Operation Checked(Operation operation, SchemaCatalog schemas)
    {
        var faults = OperationSchemas.FaultsOf(operation, schemas);
        foreach (var fault in faults)
        {
            diagnostics.Add(fault);
        }

        return faults.Count == operation.Faults.Count ? operation : operation with { Faults = faults };
    }

    private void ReportUnknownRules(RuleBook rules)
    {
        foreach (var id in options.SwitchedOff.Where(id => rules.ById(id) is null).Order(StringComparer.Ordinal))
        {
            diagnostics.Report(
                DiagnosticCodes.UnknownRule,
                DiagnosticSeverity.Warning,
                _documents.Root,
                $"there is no rule {ValueWords.Shorten(id)} to switch off",
                diagnostics.Nearest(id, rules.All.Keys));
        }
    }
}
