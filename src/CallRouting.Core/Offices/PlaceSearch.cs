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
        var names = rows.Areas.ToLookup(area => area.Code, area => SearchText.Fold($"{area.Name} {area.CountyName}"));
        entries =
        [
            .. rows.Areas.Select(area =>
                area.Kind == AreaKind.District
                    ? new Entry(
                        HitKind.District,
                        area.Code,
                        area.Name,
                        area.MunicipalityNumber,
                        area.Valid,
                        Around(area.MunicipalityNumber)
                    )
                    : new Entry(HitKind.Place, area.Code, area.Name, area.Code, area.Valid, Around(area.Code))
            ),
            .. rows.ParallelNames.Join(
                rows.Areas,
                name => name.AreaCode,
                area => area.Code,
                (name, area) => new Entry(HitKind.ParallelName, area.Code, name.Name, area.Code, area.Valid, Around(area.Code))
            ),
            .. rows.Postcodes.Select(code => new Entry(
                HitKind.Postcode,
                code.Code,
                code.PostalPlace,
                code.AreaCode,
                code.Valid,
                Around(code.AreaCode)
            )),
            .. rows.Offices.Select(office => new Entry(HitKind.Office, office.Unit.Value, office.Name, null, office.Valid, "")),
        ];

        string Around(string code) => string.Join(' ', names[code].Distinct());
    }

    public IReadOnlyList<PlaceHit> For(string text, LocalDate on, int limit)
    {
        var sought = new Sought(SearchText.Fold(text));
        if (sought.Text.Length == 0)
        {
            return [];
        }
        var found = Ranked(entry => entry.Match(sought), on, limit);
        // Only where nothing is spelled like that, or every short name would be somebody's slip.
        return found.Count > 0 ? found : Ranked(entry => entry.MatchWithSlip(sought), on, limit);
    }

    private List<PlaceHit> Ranked(Func<Entry, Match> match, LocalDate on, int limit) =>
        [
            .. entries
                .Where(entry => entry.Valid.From <= on)
                .Select(entry => (Entry: entry, Match: match(entry)))
                .Where(found => found.Match != Match.None)
                .OrderBy(found => found.Match)
                .ThenBy(found => found.Entry.KindOn(on))
                .ThenBy(found => found.Entry.Folded, StringComparer.Ordinal)
                .ThenBy(found => found.Entry.Code, StringComparer.Ordinal)
                .SelectMany(found => Hits(found.Entry, on))
                .DistinctBy(hit => (hit.Place?.AreaCode, hit.District?.AreaCode, hit.Kind == HitKind.Office ? hit.Office : null))
                .Take(limit),
        ];

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

        /// <summary>Every word begins one of the row's, or says where it is: "herøy nordland", "nav rygge".</summary>
        EveryWord,

        /// <summary>One letter wrong, missing, too many, or two that changed places.</summary>
        Slip,
        None,
    }

    private sealed record Sought(string Text)
    {
        public string[] Words { get; } = Text.Split(' ');
    }

    /// <param name="Around">Where it is: names of its municipality and county, made alike.</param>
    private sealed record Entry(HitKind Kind, string Code, string Name, string? PlaceCode, Validity Valid, string Around)
    {
        public string Folded { get; } = SearchText.Fold(Name);

        private string Line { get; } = $"{Code} {SearchText.Fold(Name)}";

        private string Surroundings { get; } = $" {Code} {SearchText.Fold(Name)} {Around} nav";

        // A name can end while its number lives on, and a number while its name lives on: both are former.
        public HitKind KindOn(LocalDate on) =>
            Kind is HitKind.Place or HitKind.ParallelName && Valid.HasEnded(on) ? HitKind.FormerPlace : Kind;

        public Match Match(Sought sought) =>
            sought.Text == Code && Kind == HitKind.Postcode ? PlaceSearch.Match.Postcode
            : sought.Text == Code || sought.Text == Folded ? PlaceSearch.Match.Whole
            : Starts(Line, sought.Text) || Starts(Folded, sought.Text) ? PlaceSearch.Match.Start
            : Folded.Contains(' ' + sought.Text, StringComparison.Ordinal) ? PlaceSearch.Match.StartOfWord
            : sought.Text.Length >= ShortestInside && Folded.Contains(sought.Text, StringComparison.Ordinal) ? PlaceSearch.Match.Inside
            : sought.Words.Length > 1 && sought.Words.All(IsAround) && sought.Words.Any(IsOwn) ? PlaceSearch.Match.EveryWord
            : PlaceSearch.Match.None;

        public Match MatchWithSlip(Sought sought) => Slips.IsOneAway(sought.Text, Folded) ? PlaceSearch.Match.Slip : PlaceSearch.Match.None;

        private bool IsAround(string word) => Surroundings.Contains(' ' + word, StringComparison.Ordinal);

        // Else everything in a county would answer to its name.
        private bool IsOwn(string word) => word != "nav" && (' ' + Line).Contains(' ' + word, StringComparison.Ordinal);

        private static bool Starts(string text, string sought) => text.StartsWith(sought, StringComparison.Ordinal);
    }
}
