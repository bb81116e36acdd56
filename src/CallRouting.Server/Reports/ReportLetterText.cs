using CallRouting.Core.Calls;

namespace CallRouting.Server.Reports;

/// <summary>What a letter about a report says: what it is, what may be done, and where. No figure, and nobody's name.</summary>
internal static class ReportLetterText
{
    public static (string Subject, string Body) Of(ReportRow report, LetterAbout about, Language language, string link)
    {
        var title = $"{report.Name}, {report.Period}";
        var until = $"{report.LastDayToObject:dd.MM.uuuu}";
        var (subject, body) =
            language == Language.Nynorsk ? Nynorsk(about, title, until)
            : language == Language.English ? English(about, title, until)
            : Bokmal(about, title, until);
        return (subject, $"{body}\n\n{link}\n");
    }

    private static (string, string) Bokmal(LetterAbout about, string title, string until) =>
        about switch
        {
            LetterAbout.Opened => (
                $"Rapport til gjennomsyn: {title}",
                $"Rapporten for {title} er laget. Er en henvendelse talt feil, kan kontoret bestride den til og med {until}."
            ),
            LetterAbout.Published => ($"Rapport publisert: {title}", $"Rapporten for {title} er publisert."),
            LetterAbout.Corrected => (
                $"Rapport rettet: {title}",
                $"Rapporten for {title} har kommet i ny versjon. Den sier hva som er endret."
            ),
            _ => (
                $"Innsigelse mot rapport: {title}",
                $"Et kontor bestrider en henvendelse i rapporten for {title}. Den må avgjøres før publisering."
            ),
        };

    private static (string, string) Nynorsk(LetterAbout about, string title, string until) =>
        about switch
        {
            LetterAbout.Opened => (
                $"Rapport til gjennomsyn: {title}",
                $"Rapporten for {title} er laga. Er ei hending talt feil, kan kontoret bestride ho til og med {until}."
            ),
            LetterAbout.Published => ($"Rapport publisert: {title}", $"Rapporten for {title} er publisert."),
            LetterAbout.Corrected => (
                $"Rapport retta: {title}",
                $"Rapporten for {title} har kome i ny versjon. Han seier kva som er endra."
            ),
            _ => (
                $"Motsegn mot rapport: {title}",
                $"Eit kontor bestrider ei hending i rapporten for {title}. Ho må avgjerast før publisering."
            ),
        };

    private static (string, string) English(LetterAbout about, string title, string until) =>
        about switch
        {
            LetterAbout.Opened => (
                $"Report for review: {title}",
                $"The report for {title} is made. If a transfer is counted wrongly, the office may contest it until {until}."
            ),
            LetterAbout.Published => ($"Report published: {title}", $"The report for {title} is published."),
            LetterAbout.Corrected => ($"Report corrected: {title}", $"The report for {title} has a new version. It says what changed."),
            _ => (
                $"Objection to a report: {title}",
                $"An office contests a transfer in the report for {title}. It must be ruled upon before publication."
            ),
        };
}
