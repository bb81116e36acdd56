using CallRouting.Core.Offices;
using CsvHelper;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Offices;

/// <summary>One row on its way in. Each field says what it may be; the first that is something else makes the row a fault.</summary>
internal sealed class RegisterRow(CsvReader csv)
{
    public string Text(string column) =>
        csv.GetString(column).Trim() is { Length: > 0 } text ? text : throw new RegisterRowException($"{column} is empty.");

    /// <summary>A code of so many digits. Leading zeros count: a spreadsheet that dropped them is told so.</summary>
    public string Digits(string column, params int[] lengths)
    {
        var text = Text(column);
        return text.All(char.IsAsciiDigit) && lengths.Contains(text.Length)
            ? text
            : throw new RegisterRowException($"{column} \"{text}\" must be {string.Join(" or ", lengths)} digits, leading zeros included.");
    }

    public int Position(string column) =>
        int.TryParse(Text(column), out var position) && position is >= 1 and <= 9
            ? position
            : throw new RegisterRowException($"{column} \"{Text(column)}\" must be a whole number from 1 to 9.");

    public LocalDate Date(string column) =>
        LocalDatePattern.Iso.Parse(Text(column)) is { Success: true } date
            ? date.Value
            : throw new RegisterRowException($"{column} \"{Text(column)}\" must be a date, yyyy-MM-dd.");

    /// <summary>One of an enumeration's words, in lower case.</summary>
    public T Word<T>(string column)
        where T : struct, Enum
    {
        var allowed = Words.All<T>();
        return allowed.Contains(Text(column))
            ? Words.Parse<T>(Text(column))
            : throw new RegisterRowException($"{column} \"{Text(column)}\" must be one of {string.Join(", ", allowed)}.");
    }

    public Validity Valid()
    {
        var from = Date("valid_from");
        LocalDate? to = string.IsNullOrWhiteSpace(csv.GetString("valid_to")) ? null : Date("valid_to");
        return to is null || from < to
            ? new Validity(from, to)
            : throw new RegisterRowException(
                $"valid_to {to:uuuu-MM-dd} must be after valid_from {from:uuuu-MM-dd}: it is the first day after."
            );
    }
}

internal sealed class RegisterRowException(string reason) : Exception(reason);
