using System.Collections.Immutable;
using System.Text;
using CsvHelper;

namespace CallRouting.Server.Offices;

/// <summary>A row and the line of the file that it begins on.</summary>
internal sealed record Lined<T>(T Row, int Line);

/// <summary>One file, read whole: its sound rows, and a fault for each other.</summary>
internal sealed record RegisterTable<T>(string File, ImmutableArray<Lined<T>> Lines, ImmutableArray<RegisterFault> Faults)
{
    public bool Sound => Faults.IsEmpty;

    public IReadOnlyList<T> Rows => [.. Lines.Select(line => line.Row)];

    public RegisterFault Fault(Lined<T> at, string reason) => new(File, at.Line, reason);
}

/// <summary>Reads comma-separated UTF-8 with exactly the named columns, in any order.</summary>
internal static class RegisterTable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static RegisterTable<T> Read<T>(string file, byte[] bytes, string[] columns, Func<RegisterRow, T> parse)
    {
        try
        {
            var faults = ImmutableArray.CreateBuilder<RegisterFault>();
            using var csv = CsvReader.FromText(Utf8.GetString(bytes), Strict(file, faults));
            return csv.Headers.Order().SequenceEqual(columns.Order())
                ? new(file, ReadRows(file, csv, parse, faults), faults.ToImmutable())
                : Broken<T>(file, line: 1, $"the columns are {string.Join(',', csv.Headers)}; they must be {string.Join(',', columns)}.");
        }
        catch (DecoderFallbackException bad)
        {
            var line = 1 + bytes.Take(bad.Index).Count(octet => octet == '\n');
            return Broken<T>(file, line, "this is not UTF-8. Save the file as UTF-8.");
        }
    }

    public static RegisterTable<T> Broken<T>(string file, int line, string reason) => new(file, [], [new(file, line, reason)]);

    // No line breaks inside quotes: one forgotten quotation mark then breaks its own row and not the rest of the file.
    private static CsvReaderOptions Strict(string file, ImmutableArray<RegisterFault>.Builder faults) =>
        new()
        {
            Separator = ',',
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = bad => faults.Add(new(file, (int)bad.LineNumber, Reason(bad.Reason))),
        };

    private static string Reason(CsvMalformedReason reason) =>
        reason == CsvMalformedReason.FieldCountMismatch
            ? "the row has more or fewer fields than the header."
            : "a quotation mark is out of place: quote the whole field, and double a mark inside it.";

    private static ImmutableArray<Lined<T>> ReadRows<T>(
        string file,
        CsvReader csv,
        Func<RegisterRow, T> parse,
        ImmutableArray<RegisterFault>.Builder faults
    )
    {
        var lines = ImmutableArray.CreateBuilder<Lined<T>>();
        var row = new RegisterRow(csv);
        while (csv.Read())
        {
            try
            {
                lines.Add(new(parse(row), (int)csv.LineNumber));
            }
            catch (RegisterRowException wrong)
            {
                faults.Add(new(file, (int)csv.LineNumber, wrong.Message));
            }
        }
        return lines.ToImmutable();
    }
}
