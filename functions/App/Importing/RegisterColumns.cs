namespace MicroCred.App.Importing;

/// <summary>
/// The columns of the register's CSV, in the export's order. Together they hold everything of an entry that doesn't follow from the rest,
/// so that an export, imported elsewhere, is exported there as the same bytes. To add one, add a row.
/// </summary>
internal static class RegisterColumns
{
    public static IReadOnlyList<RegisterColumn> All { get; } =
    [
        IdentityColumns.NumberColumn,
        IdentityColumns.ReportingCodeColumn,
        IdentityColumns.CtidColumn,
        IdentityColumns.VersionColumn,
        ContentColumns.TitleColumn,
        ContentColumns.LevelColumn,
        ContentColumns.CreditsColumn,
        ContentColumns.NzscedColumn,
        ContentColumns.SubjectColumn,
        ProviderColumns.ProviderNumberColumn,
        ProviderColumns.ProviderColumn,
        ProviderColumns.ProviderTypeColumn,
        LifeColumns.StatusColumn,
        LifeColumns.ApprovedOnColumn,
        LifeColumns.ReviewDueColumn,
        LifeColumns.LastEnrolmentColumn,
        LifeColumns.LastAchievementColumn,
        FundingColumns.FundingColumn,
        FundingColumns.FundColumn,
        ContentColumns.PurposeColumn,
        ContentColumns.OutcomesColumn,
        ContentColumns.DeliveryModesColumn,
        LinkColumns.PathwaysColumn,
        ContentColumns.RecognitionOfPriorLearningColumn,
        ContentColumns.AwardRequiresColumn,
        ContentColumns.AssessorRequirementsColumn,
        ContentColumns.LanguagesColumn,
        ContentColumns.DeliverySitesColumn,
        ContentColumns.RestrictedToColumn,
        ProviderColumns.PartnersColumn,
        ProviderColumns.CommissionedByColumn,
        ProviderColumns.UniversityApprovalColumn,
        LifeColumns.ConditionsColumn,
        LinkColumns.StandardTitlesColumn,
        ProviderColumns.DelivererNamesColumn,
        ContentColumns.UseCaseColumn,
        LinkColumns.StandardsColumn,
        ProviderColumns.DeliverersColumn,
    ];

    public static RegisterColumn Named(string name) => All.First(column => column.Name == name);
}
