using System.Globalization;
using System.Text;
using System.Xml;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting;

/// <summary>
/// JUnit XML as Jenkins, GitLab and Azure DevOps read it: a suite for each operation, a test case for each check. What neither passed nor
/// failed is skipped with its reason. A run that tested nothing has an error, so that no reader takes its skipped cases for success.
/// </summary>
internal static class JUnitReport
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CloseOutput = false,
    };

    /// <summary>Writes UTF-8 without a byte order mark; the stream stays open.</summary>
    public static void Write(VerificationReport report, Stream output)
    {
        var untested = report.Verdict is VerificationVerdict.NotTested or VerificationVerdict.Incomplete;
        using (var xml = XmlWriter.Create(output, Settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", Printable.Line($"{report.Title} {report.Version}"));
            WriteCounts(xml, report.Checks, errors: untested ? 1 : 0);
            xml.WriteAttributeString("time", report.Seconds.ToString("0.000", CultureInfo.InvariantCulture));
            if (untested)
            {
                WriteUntested(xml, report);
            }

            foreach (var operation in OperationSummary.Of(report))
            {
                WriteSuite(xml, operation);
            }

            xml.WriteEndElement();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteSuite(XmlWriter xml, OperationSummary operation)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Printable.Line(operation.Operation));
        WriteCounts(xml, operation.Checks, errors: 0);
        xml.WriteAttributeString("skipped", Skipped(operation.Checks).ToString(CultureInfo.InvariantCulture));
        foreach (var check in operation.Checks)
        {
            WriteCase(xml, check);
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, CheckResult check)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Printable.Line(check.Operation));
        xml.WriteAttributeString("name", Printable.Line($"{check.Statement} ({check.Id})"));
        if (check.Outcome == Outcome.Failed)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", check.Source.ToWord());
            xml.WriteAttributeString("message", FailureText.Headline(check));
            xml.WriteString(FailureText.Of(check));
            xml.WriteEndElement();
        }
        else if (check.Outcome != Outcome.Passed)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("type", OutcomeWords.Id(check.Outcome));
            xml.WriteAttributeString("message", FailureText.Headline(check));
            xml.WriteEndElement();
            if (check.Failures.Count > 0)
            {
                xml.WriteElementString("system-out", FailureText.Of(check));
            }
        }

        xml.WriteEndElement();
    }

    private static void WriteUntested(XmlWriter xml, VerificationReport report)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", "verification");
        WriteCounts(xml, [], errors: 1);
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", "verification");
        xml.WriteAttributeString("name", "the server can be tested");
        xml.WriteStartElement("error");
        xml.WriteAttributeString("type", OutcomeWords.Id(report.Verdict));
        xml.WriteAttributeString("message", VerdictSentence.Of(report));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyList<CheckResult> checks, int errors)
    {
        xml.WriteAttributeString("tests", (checks.Count + errors).ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", checks.Count(check => check.Outcome == Outcome.Failed).ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("errors", errors.ToString(CultureInfo.InvariantCulture));
    }

    private static int Skipped(IReadOnlyList<CheckResult> checks) =>
        checks.Count(check => check.Outcome is not (Outcome.Passed or Outcome.Failed));
}
