namespace Evidence.Catalogue.Rules;

/// <summary>Shared participants are named once, and of another study.</summary>
internal static class SharingRules
{
    public static IEnumerable<Finding> Check(Study study)
    {
        var shared = study.SharesParticipantsWith ?? [];
        return
        [
            .. from item in shared.Index()
               where item.Item.Study == study.Id
               select Finding.Error($"/sharesParticipantsWith/{item.Index}/study", $"'{study.Id}' is this study; expected another"),
            .. Rule.NoRepeats(shared, other => other.Study, i => $"/sharesParticipantsWith/{i}/study"),
        ];
    }
}
