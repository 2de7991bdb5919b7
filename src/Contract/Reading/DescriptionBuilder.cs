using SocialApi.Contract.Diagnostics;
using SocialApi.Contract.Model;
using SocialApi.Contract.Reading.Checks;
using SocialApi.Contract.Reading.Grammar;
using SocialApi.Contract.Rules;
using SocialApi.Contract.Schemas;
using SocialApi.Contract.Sources;

namespace SocialApi.Contract.Reading;

/// <summary>Turns an entry file into a description.</summary>
internal sealed class DescriptionBuilder(SourceFile entry, SpecificationVersion specification, DiagnosticBag diagnostics, LoadOptions options)
{
    public LoadResult Build()
    {
        var documents = new DocumentSet(entry);
        var faults = new FaultLog(diagnostics);
        new GrammarWalker(new ModelFiles(documents, diagnostics, options), specification, faults).Run();
        var schemas = new SchemaCatalog(documents, Dialect, skip: null);
        var context = new ModelContext(documents, specification, new SourceTree(), schemas, faults);
        var security = new SecurityReader(context);
        var operations = new OperationReader(context, security).Read();
        new OperationChecks(documents, diagnostics).Run(operations);
        var info = documents.Root.Member("info");
        return new LoadResult.Loaded(new ContractDescription
        {
            Title = info?.Text("title") ?? Path.GetFileName(entry.DisplayPath),
            Version = info?.Text("version") ?? "",
            OpenApi = documents.Root.Text("openapi") ?? documents.Root.Member("openapi")!.Value.Value.GetRawText(),
            Specification = specification,
            Operations = operations,
            SecuritySchemes = security.Schemes,
            ProviderStates = ExtensionReader.ProviderStates(documents.Root),
            Gaps = ExtensionReader.Gaps(documents),
            Diagnostics = diagnostics.InDocumentOrder(documents.Files),
            Rules = new RuleBook(documents, context.Sources, operations, specification, options.SwitchedOff),
            Schemas = schemas,
            Documents = documents,
        });
    }

    private JsonSchema.Dialect Dialect(MessageDirection direction) =>
        specification == SpecificationVersion.OpenApi30 ? OpenApiDialects.V30(direction) : OpenApiDialects.V31(direction);
}
