namespace SocialContract.Contract.Diagnostics;

/// <summary>The codes of diagnostics; never reused.</summary>
public static class DiagnosticCodes
{
    public const string FileMissing = "file.missing";
    public const string FileUnreadable = "file.unreadable";
    public const string FileEmpty = "file.empty";
    public const string FileTooLarge = "file.too-large";
    public const string FileEncoding = "file.encoding";
    public const string Syntax = "file.syntax";
    public const string TooDeep = "file.too-deep";
    public const string DuplicateName = "file.duplicate-name";
    public const string YamlDocuments = "yaml.documents";
    public const string YamlAlias = "yaml.alias";
    public const string YamlAliasBomb = "yaml.alias-bomb";
    public const string YamlTag = "yaml.tag";
    public const string YamlNumber = "yaml.number";
    public const string YamlKey = "yaml.key";
    public const string YamlMerge = "yaml.merge-key";
    public const string TooMany = "diagnostics.too-many";
    public const string NotOpenApi = "document.not-openapi";
    public const string UnsupportedVersion = "document.version";
    public const string NoPaths = "document.no-paths";
    public const string Kind = "document.kind";
    public const string Schema = "schema.uncompilable";
    public const string UnknownProperty = "document.unknown-property";
    public const string MissingProperty = "document.missing-property";
    public const string Value = "document.value";
    public const string Key = "document.key";
    public const string BesideReference = "reference.siblings";
    public const string ReferenceSyntax = "reference.syntax";
    public const string ReferenceRemote = "reference.remote";
    public const string ReferenceOutside = "reference.outside";
    public const string ReferenceFile = "reference.file";
    public const string ReferenceDangling = "reference.dangling";
    public const string ReferenceCircle = "reference.circle";
    public const string ReferenceKind = "reference.kind";
    public const string UnknownKeyword = "schema.unknown-keyword";
    public const string Dialect = "schema.dialect";
    public const string PathTemplate = "path.template";
    public const string PathAmbiguous = "path.ambiguous";
    public const string PathParameterMissing = "path.parameter-missing";
    public const string PathParameterUnused = "path.parameter-unused";
    public const string OperationIdTwice = "operation.id-twice";
    public const string BodyOnGet = "operation.body-on-get";
    public const string LinkTarget = "link.target";
    public const string ParameterTwice = "parameter.twice";
    public const string ParameterContent = "parameter.content";
    public const string ParameterStyle = "parameter.style";
    public const string ParameterRequired = "parameter.required";
    public const string ExampleTwice = "example.twice";
    public const string ServerVariable = "server.variable";
    public const string ServerLimit = "server.limit";
    public const string UnknownScheme = "security.unknown-scheme";
    public const string UnknownRule = "rule.unknown";
    public const string NoOperations = "document.no-operations";
}
