using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>An object that the walk has come to, for checks that need more than its table.</summary>
internal readonly record struct ObjectVisit(GrammarWalker Walker, ObjectGrammar Grammar, DocumentNode Node)
{
    public void Warn(string code, DocumentNode at, string message, string? nearest = null) =>
        Walker.Report(code, DiagnosticSeverity.Warning, at, message, nearest);

    public void Fail(string code, DocumentNode at, string message, string? nearest = null) =>
        Walker.Report(code, DiagnosticSeverity.Error, at, message, nearest);
}
