using CallRouting.Core.Offices;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace CallRouting.Server.Offices;

/// <summary>What is wrong with a question: the field, and what it may be.</summary>
internal sealed class OfficeProblems
{
    private readonly Dictionary<string, string[]> fields = [];

    public bool Any => fields.Count > 0;

    public ValidationProblem Answer() => TypedResults.ValidationProblem(fields);

    public string Text(string field, string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > longest)
        {
            fields[field] = [$"Give 1 to {longest} characters: a name, a number, a postcode or a part of one."];
        }
        return text ?? "";
    }

    public int Count(string field, string? text, int usual, int most)
    {
        if (text is null)
        {
            return usual;
        }
        if (!int.TryParse(text, out var count) || count < 1 || count > most)
        {
            fields[field] = [$"\"{text}\" must be a whole number from 1 to {most}."];
        }
        return count;
    }

    public LocalDate Day(string? text, TimeProvider clock)
    {
        if (text is null)
        {
            return clock.GetCurrentInstant().OsloDate();
        }
        var parsed = LocalDatePattern.Iso.Parse(text);
        if (!parsed.Success)
        {
            fields["on"] = [$"\"{text}\" must be a date, yyyy-MM-dd."];
        }
        return parsed.Success ? parsed.Value : default;
    }

    public void FourDigits(string field, string text, string meaning)
    {
        if (text.Length != 4 || !text.All(char.IsAsciiDigit))
        {
            fields[field] = [$"\"{text}\" must be four digits: {meaning}."];
        }
    }
}
