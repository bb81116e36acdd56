using CallRouting.Core.Offices;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Offices;

/// <summary>Section "OpeningHours" of the configuration: the contact centre's, in wall time of Europe/Oslo.</summary>
public sealed class HoursOptions
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public string From { get; set; } = "09:00";

    public string To { get; set; } = "15:00";

    /// <summary>Dates that differ from their weekday.</summary>
    public IList<ExceptionOptions> Exceptions { get; } = [];

    /// <exception cref="InvalidOperationException">A time or a date is none; the message tells which, and what is allowed.</exception>
    public OpeningHours Hours() =>
        OpeningHours.Weekdays(new OpenPeriod(Read(From, "From"), Read(To, "To")), Exceptions.Select(exception => exception.Day()));

    internal static LocalTime Read(string text, string where) =>
        Time.Parse(text) is { Success: true } read
            ? read.Value
            : throw new InvalidOperationException($"OpeningHours:{where} is \"{text}\". It must be a time such as 09:00.");
}

/// <summary>One date: closed all day without times, otherwise open between them.</summary>
public sealed class ExceptionOptions
{
    public string Date { get; set; } = "";

    public string? From { get; set; }

    public string? To { get; set; }

    /// <summary>In words that callers and supervisors may see.</summary>
    public string Reason { get; set; } = "";

    public ExceptionDay Day()
    {
        var date = LocalDatePattern.Iso.Parse(Date);
        if (!date.Success)
        {
            throw new InvalidOperationException($"OpeningHours:Exceptions has the date \"{Date}\". It must be written such as 2026-12-24.");
        }
        OpenPeriod? open =
            From is null || To is null ? null : new OpenPeriod(HoursOptions.Read(From, "Exceptions"), HoursOptions.Read(To, "Exceptions"));
        return new ExceptionDay(date.Value, open, Reason);
    }
}
