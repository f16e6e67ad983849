/** The migrated, empty database that tests copy. Nobody may stay connected to it, or it cannot be copied. */
export const template = 'kempt_template'
