using System.Text;
using CallRouting.Core.Rosters;
using CsvHelper;
using NodaTime;

namespace CallRouting.Server.Rosters.Exchange;

/// <summary>A roster as CSV, as a spreadsheet in Norway reads and writes it: one row for each duty.</summary>
public static class CsvRoster
{
    public const int MostRows = 20_000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Comma or semicolon, UTF-8 with or without its mark, columns in any order.</summary>
    public static RosterImport Read(byte[] bytes, ExchangePeople people)
    {
        var refused = new List<RefusedRow>();
        try
        {
            using var csv = CsvReader.FromText(Utf8.GetString(bytes).TrimStart('\uFEFF'), Options(refused));
            if (SheetColumns.Wrong(csv.Headers) is { } wrong)
            {
                return new([], [wrong], 0);
            }
            return Read(new CsvRow(csv), people, refused);
        }
        catch (DecoderFallbackException bad)
        {
            var line = 1 + bytes.Take(bad.Index).Count(octet => octet == '\n');
            return new([], [new(line, "file", "", "This is not UTF-8. In Excel: save as «CSV UTF-8».")], 0);
        }
    }

    private static RosterImport Read(CsvRow row, ExchangePeople people, List<RefusedRow> refused)
    {
        var (duties, seen, skipped) = (new List<ImportedDuty>(), new Dictionary<(string?, DutySpan), int>(), 0);
        while (row.Next())
        {
            if (row.IsEmpty)
            {
                skipped++;
                continue;
            }
            try
            {
                var duty = new ImportedDuty(
                    row.Number,
                    row.Text(SheetColumns.Line) is { Length: > 0 } line ? line : null,
                    Span(row, people)
                );
                Once(duty, seen);
                duties.Add(duty);
            }
            catch (RefusedRowException wrong)
            {
                refused.Add(wrong.At(row.Number));
            }
            if (duties.Count + refused.Count > MostRows)
            {
                return new([], [new(row.Number, "file", "", $"There are more than {MostRows} rows. Divide the file.")], 0);
            }
        }
        return new(duties, [.. refused.OrderBy(each => each.Row)], skipped);
    }

    private static DutySpan Span(CsvRow row, ExchangePeople people)
    {
        var date = SheetFields.Date(SheetColumns.Date, row.Text(SheetColumns.Date));
        var from = date + SheetFields.Time(SheetColumns.From, row.Text(SheetColumns.From));
        var officer = row.Text(SheetColumns.Id) is { Length: > 0 } id
            ? people.Find(SheetColumns.Id, id)
            : people.Find(SheetColumns.Officer, row.Text(SheetColumns.Officer));
        return new(SheetFields.Role(SheetColumns.Role, row.Text(SheetColumns.Role)), officer, from, End(row, from));
    }

    // Without a last date: to the next time that the clock shows it.
    private static LocalDateTime End(CsvRow row, LocalDateTime from)
    {
        var (text, time) = (row.Text(SheetColumns.LastDate), row.Text(SheetColumns.To));
        var to = SheetFields.Time(SheetColumns.To, time);
        if (text.Length == 0)
        {
            return (to > from.TimeOfDay ? from.Date : from.Date.PlusDays(1)) + to;
        }
        var last = SheetFields.Date(SheetColumns.LastDate, text);
        var end = (time.StartsWith("24", StringComparison.Ordinal) ? last.PlusDays(1) : last) + to;
        return end > from && Period.DaysBetween(from.Date, last) <= PublishRules.MostDays
            ? end
            : throw new RefusedRowException(
                SheetColumns.LastDate,
                text,
                $"It ends before it begins, or lasts longer than {PublishRules.MostDays} days."
            );
    }

    private static void Once(ImportedDuty duty, Dictionary<(string?, DutySpan), int> seen)
    {
        if (!seen.TryAdd((duty.Line, duty.Span), duty.Row))
        {
            throw new RefusedRowException(
                SheetColumns.Officer,
                duty.Span.OfficerId,
                $"Line {seen[(duty.Line, duty.Span)]} says the same. Each duty stands there once."
            );
        }
    }

    // No line breaks inside quotes: one forgotten quotation mark then breaks its own row and not the rest of the file.
    private static CsvReaderOptions Options(List<RefusedRow> refused) =>
        new()
        {
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = false,
            DetectSeparatorHint = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = bad => refused.Add(new((int)bad.LineNumber, "row", bad.RawRecord, Reason(bad.Reason))),
        };

    private static string Reason(CsvMalformedReason reason) =>
        reason == CsvMalformedReason.FieldCountMismatch
            ? "It has more or fewer fields than the header."
            : "A quotation mark is out of place: quote the whole field, and double a mark inside it.";
}
