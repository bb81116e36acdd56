using NodaTime;

namespace CallRouting.Core.Offices;

/// <summary>Reads all rows of the registers for each question: some seven thousand, a millisecond at most.</summary>
internal sealed class PlaceSearch
{
    private const int ShortestInside = 3;

    private readonly Places places;
    private readonly Entry[] entries;

    public PlaceSearch(Places places)
    {
        this.places = places;
        var rows = places.Registers;
        entries =
        [
            .. rows.Areas.Select(area =>
                area.Kind == AreaKind.District
                    ? new Entry(HitKind.District, area.Code, area.Name, area.MunicipalityNumber, area.Valid)
                    : new Entry(HitKind.Place, area.Code, area.Name, area.Code, area.Valid)
            ),
            .. rows.ParallelNames.Join(
                rows.Areas,
                name => name.AreaCode,
                area => area.Code,
                (name, area) => new Entry(HitKind.ParallelName, area.Code, name.Name, area.Code, area.Valid)
            ),
            .. rows.Postcodes.Select(code => new Entry(HitKind.Postcode, code.Code, code.PostalPlace, code.AreaCode, code.Valid)),
            .. rows.Offices.Select(office => new Entry(HitKind.Office, office.Unit.Value, office.Name, null, office.Valid)),
        ];
    }

    public IReadOnlyList<PlaceHit> For(string text, LocalDate on, int limit)
    {
        var sought = SearchText.Fold(text);
        return sought.Length == 0
            ? []
            :
            [
                .. entries
                    .Where(entry => entry.Valid.From <= on)
                    .Select(entry => (Entry: entry, Match: entry.Match(sought)))
                    .Where(found => found.Match != Match.None)
                    .OrderBy(found => found.Match)
                    .ThenBy(found => found.Entry.KindOn(on))
                    .ThenBy(found => found.Entry.Folded, StringComparer.Ordinal)
                    .ThenBy(found => found.Entry.Code, StringComparer.Ordinal)
                    .SelectMany(found => Hits(found.Entry, on))
                    .DistinctBy(hit => (hit.Place?.AreaCode, hit.District?.AreaCode, hit.Kind == HitKind.Office ? hit.Office : null))
                    .Take(limit),
            ];
    }

    private IEnumerable<PlaceHit> Hits(Entry entry, LocalDate on) =>
        entry.KindOn(on) switch
        {
            HitKind.Place or HitKind.ParallelName or HitKind.FormerPlace => Leading(entry, on),
            _ when entry.Valid.HasEnded(on) => [],
            HitKind.Postcode => Leading(entry, on),
            HitKind.District => HitsOfDistrict(entry, on),
            _ => [new PlaceHit(HitKind.Office, entry.Code, entry.Name, null, null, new Office(new UnitNumber(entry.Code), entry.Name))],
        };

    private IEnumerable<PlaceHit> Leading(Entry entry, LocalDate on) =>
        places
            .AllNumbered(entry.PlaceCode!, on)
            .Select(place => new PlaceHit(entry.KindOn(on), entry.Code, entry.Name, place, null, places.OfficeOf(place.AreaCode, on)));

    private IEnumerable<PlaceHit> HitsOfDistrict(Entry entry, LocalDate on) =>
        places
            .AllNumbered(entry.PlaceCode!, on)
            .Select(place => new PlaceHit(
                HitKind.District,
                entry.Code,
                entry.Name,
                place,
                new District(entry.Code, entry.Name),
                places.OfficeOf(entry.Code, on)
            ));

    /// <summary>How well a row answers, the best first.</summary>
    private enum Match
    {
        /// <summary>Four digits are first of all a postcode: few know the number of their municipality.</summary>
        Postcode,
        Whole,
        Start,
        StartOfWord,
        Inside,
        None,
    }

    private sealed record Entry(HitKind Kind, string Code, string Name, string? PlaceCode, Validity Valid)
    {
        public string Folded { get; } = SearchText.Fold(Name);

        private string Line { get; } = $"{Code} {SearchText.Fold(Name)}";

        // A name can end while its number lives on, and a number while its name lives on: both are former.
        public HitKind KindOn(LocalDate on) =>
            Kind is HitKind.Place or HitKind.ParallelName && Valid.HasEnded(on) ? HitKind.FormerPlace : Kind;

        public Match Match(string sought) =>
            sought == Code && Kind == HitKind.Postcode ? PlaceSearch.Match.Postcode
            : sought == Code || sought == Folded ? PlaceSearch.Match.Whole
            : Starts(Line, sought) || Starts(Folded, sought) ? PlaceSearch.Match.Start
            : Folded.Contains(' ' + sought, StringComparison.Ordinal) ? PlaceSearch.Match.StartOfWord
            : sought.Length >= ShortestInside && Folded.Contains(sought, StringComparison.Ordinal) ? PlaceSearch.Match.Inside
            : PlaceSearch.Match.None;

        private static bool Starts(string text, string sought) => text.StartsWith(sought, StringComparison.Ordinal);
    }
}
