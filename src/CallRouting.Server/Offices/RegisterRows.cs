using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Server.Offices;

/// <summary>The days of a row as columns; valid_to is the first day after the last.</summary>
internal abstract class ValidRow
{
    public LocalDate ValidFrom { get; set; }
    public LocalDate? ValidTo { get; set; }

    protected Validity Valid => new(ValidFrom, ValidTo);
}

internal sealed class AreaRow : ValidRow
{
    public string Code { get; set; } = "";
    public string Kind { get; set; } = "";
    public string Name { get; set; } = "";
    public string MunicipalityNumber { get; set; } = "";
    public string CountyNumber { get; set; } = "";
    public string CountyName { get; set; } = "";

    public Area ToArea() => new(Code, Words.Parse<AreaKind>(Kind), Name, MunicipalityNumber, CountyNumber, CountyName, Valid);

    public static AreaRow Of(Area area) =>
        new()
        {
            Code = area.Code,
            Kind = Words.Of(area.Kind),
            Name = area.Name,
            MunicipalityNumber = area.MunicipalityNumber,
            CountyNumber = area.CountyNumber,
            CountyName = area.CountyName,
            ValidFrom = area.Valid.From,
            ValidTo = area.Valid.To,
        };
}

internal sealed class ParallelNameRow
{
    public string AreaCode { get; set; } = "";
    public long Position { get; set; }
    public string Language { get; set; } = "";
    public string Name { get; set; } = "";

    public ParallelName ToParallelName() => new(AreaCode, (int)Position, Language, Name);
}

internal sealed class ChangeRow
{
    public string OldNumber { get; set; } = "";
    public string NewNumber { get; set; } = "";
    public LocalDate ChangedOn { get; set; }
    public string Kind { get; set; } = "";

    public MunicipalityChange ToChange() => new(OldNumber, NewNumber, ChangedOn, Words.Parse<ChangeKind>(Kind));

    public static ChangeRow Of(MunicipalityChange change) =>
        new()
        {
            OldNumber = change.OldNumber,
            NewNumber = change.NewNumber,
            ChangedOn = change.Date,
            Kind = Words.Of(change.Kind),
        };
}

internal sealed class PostcodeRow : ValidRow
{
    public string Code { get; set; } = "";
    public string PostalPlace { get; set; } = "";
    public string AreaCode { get; set; } = "";

    public Postcode ToPostcode() => new(Code, PostalPlace, AreaCode, Valid);

    public static PostcodeRow Of(Postcode postcode) =>
        new()
        {
            Code = postcode.Code,
            PostalPlace = postcode.PostalPlace,
            AreaCode = postcode.AreaCode,
            ValidFrom = postcode.Valid.From,
            ValidTo = postcode.Valid.To,
        };
}

internal sealed class OfficeRow : ValidRow
{
    public string UnitNumber { get; set; } = "";
    public string Name { get; set; } = "";

    public RegisteredOffice ToOffice() => new(new UnitNumber(UnitNumber), Name, Valid);

    public static OfficeRow Of(RegisteredOffice office) =>
        new()
        {
            UnitNumber = office.Unit.Value,
            Name = office.Name,
            ValidFrom = office.Valid.From,
            ValidTo = office.Valid.To,
        };
}

internal sealed class OfficeAreaRow : ValidRow
{
    public string AreaCode { get; set; } = "";
    public string UnitNumber { get; set; } = "";
    public string Confidence { get; set; } = "";

    public OfficeArea ToOfficeArea() => new(AreaCode, new UnitNumber(UnitNumber), Words.Parse<Confidence>(Confidence), Valid);

    public static OfficeAreaRow Of(OfficeArea served) =>
        new()
        {
            AreaCode = served.AreaCode,
            UnitNumber = served.Unit.Value,
            Confidence = Words.Of(served.Confidence),
            ValidFrom = served.Valid.From,
            ValidTo = served.Valid.To,
        };
}
