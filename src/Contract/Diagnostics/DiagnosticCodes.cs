namespace SocialApi.Contract.Diagnostics;

/// <summary>Every code of a diagnostic; never reused.</summary>
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
    public const string NotOpenApi = "document.not-openapi";
    public const string UnsupportedVersion = "document.version";
    public const string NoPaths = "document.no-paths";
    public const string Kind = "document.kind";
    public const string Schema = "schema.uncompilable";
}
